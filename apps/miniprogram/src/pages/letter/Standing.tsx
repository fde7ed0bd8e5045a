import { View } from '@tarojs/components';
import type { OnwardJourney } from '@/api/types';
import { formatDate } from '@/format/dates';
import { accessible } from '@/theme/accessible';

type Matter = OnwardJourney['matters'][number];

function Line({ question, answer }: { readonly question: string; readonly answer: string }) {
  return (
    <View className="letter-view__line">
      <View className="letter-view__question">{question}</View>
      <View className="letter-view__answer">{answer}</View>
    </View>
  );
}

interface StandingProps {
  readonly matter: Matter;
}

/** Where something that was made of the letter stands: who has it now, what happens next and by when. */
export function Standing({ matter }: StandingProps) {
  return (
    <View className={`lx-card letter-view__standing ${matter.done ? 'letter-view__standing--done' : ''}`}>
      <View className="letter-view__label" {...accessible({ role: 'heading' })}>
        {matter.title}
      </View>
      <Line question={matter.done ? '结果' : '现在'} answer={matter.now} />
      {matter.next && <Line question="接下来" answer={matter.next} />}
      {matter.nextBy && <Line question="最晚到" answer={`${formatDate(matter.nextBy)}`} />}
    </View>
  );
}
