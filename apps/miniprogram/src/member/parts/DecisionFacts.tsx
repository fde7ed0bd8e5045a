import { View } from '@tarojs/components';
import type { SignedDecision } from '@/api/types';
import { Facts } from '@/components/Facts';
import { formatDate } from '@/format/dates';
import { OutcomeTag } from './UpwardTags';
import './upward.scss';

interface DecisionFactsProps {
  readonly decision: SignedDecision;
}

/** What the chairpersons' meeting decided: the outcome, the reason, and what it becomes. */
export function DecisionFacts({ decision }: DecisionFactsProps) {
  return (
    <View>
      <View className="upward__tags">
        <OutcomeTag outcome={decision.outcome} />
        {decision.revision > 1 && <View className="lx-soft lx-small">更正后的决定</View>}
      </View>
      <Facts
        facts={[
          ['理由', decision.reason],
          ['用作', decision.useLabel],
          ['承办单位', decision.responsibleBody],
          ['办理期限', decision.dueDate && `${formatDate(decision.dueDate)}前`],
          ['更正的原因', decision.correctionReason],
        ]}
      />
    </View>
  );
}
