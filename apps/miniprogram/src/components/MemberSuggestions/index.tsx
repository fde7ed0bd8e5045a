import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import type { MemberSummary } from '@/api/types';
import { useSession } from '@/hooks/useSession';
import { Empty } from '../Empty';
import { Loading } from '../Loading';
import { MemberCard } from '../MemberCard';
import { QueryView } from '../QueryView';

interface MemberSuggestionsProps {
  /** The words of the matter. */
  readonly text: string;
  readonly townshipId?: string | null;
  readonly hrefOf?: (member: MemberSummary) => string;
  readonly onChoose?: (member: MemberSummary) => void;
  /** What choosing does, for screen readers. */
  readonly action?: string;
}

/** The members who may be right for a matter, worked out from its words, each with the reason. */
export function MemberSuggestions({ text, townshipId, hrefOf, onChoose, action }: MemberSuggestionsProps) {
  const { account } = useSession();
  const body = { text, townshipId: townshipId ?? account?.townshipId, sectorId: account?.sectorId };
  const query = useQuery({
    queryKey: ['members', 'suggestions', body],
    queryFn: ({ signal }) => api.post('/api/v1/members/suggestions', { body, signal }),
  });
  return (
    <QueryView query={query} loading={<Loading cards={2} label="正在为您推荐委员" />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="没有找到合适的推荐" text="换个说法再试，或者在名册里搜索委员。" />
        ) : (
          <View className="lx-stack">
            {items.map(({ member, reason }) => (
              <MemberCard
                key={member.id}
                member={member}
                reason={reason}
                href={hrefOf?.(member)}
                onTap={onChoose && (() => onChoose(member))}
                action={action}
              />
            ))}
          </View>
        )
      }
    </QueryView>
  );
}
