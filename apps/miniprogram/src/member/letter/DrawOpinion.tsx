import type { LetterState } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import type { Letter } from '@/api/types';
import { Button } from '@/components/Button';
import { Facts } from '@/components/Facts';
import { formatDate } from '@/format/dates';
import { opinionBeginUrl } from '@/navigation/member';
import { accessible } from '@/theme/accessible';

/** States in which a letter can be the source of an opinion: it has reached the member, and its writer stands by it. */
const DRAWABLE: readonly LetterState[] = ['delivered', 'opened', 'answered', 'closed', 'referred', 'returned'];

interface DrawOpinionProps {
  readonly letter: Letter;
}

/** The way upward from a letter: begins an opinion drawn from it, and shows how far those are that were drawn before. */
export function DrawOpinion({ letter }: DrawOpinionProps) {
  const { data } = useQuery({
    queryKey: ['letters', letter.id, 'onward'],
    queryFn: ({ signal }) => api.get('/api/v1/letters/{id}/onward', { path: { id: letter.id }, signal }),
  });
  if (!DRAWABLE.includes(letter.state)) return null;
  const matters = data?.matters ?? [];
  return (
    <View className="lx-card">
      <View className="member-letter__part" {...accessible({ role: 'heading' })}>
        向上反映
      </View>
      {matters.map((matter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was made of a letter has no other name, and keeps its place.
        <View key={at} className="member-letter__note">
          <View>{matter.title}</View>
          <Facts
            facts={[
              [matter.done ? '结果' : '现在', matter.now],
              ['接下来', matter.next],
              ['最晚到', matter.nextBy && formatDate(matter.nextBy)],
            ]}
          />
        </View>
      ))}
      {data?.heard.stars && (
        <View className="member-letter__note">
          <View>{`写信人说：自己的话被听进去了吗？${data.heard.stars} 星`}</View>
          {data.heard.words && <View className="lx-prose">{data.heard.words}</View>}
        </View>
      )}
      <Button block href={opinionBeginUrl(letter.id)}>
        {matters.length > 0 ? '再写一份意见建议' : '写成意见建议'}
      </Button>
      <View className="lx-soft lx-small">
        {letter.consentOpinion
          ? '写信人同意引用信里的原话。'
          : '写信人没有同意引用原话；可以写进意见，结果也会告诉写信人。'}
      </View>
    </View>
  );
}
