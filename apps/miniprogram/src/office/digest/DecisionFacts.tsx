import { View } from '@tarojs/components';
import type { Decision, DigestItem } from '@/api/types';
import { Facts } from '@/components/Facts';
import { Notice } from '@/components/Notice';
import { formatDate, formatMoment } from '@/format/dates';
import { OutcomeTag } from './DigestTags';

interface OneDecisionProps {
  readonly decision: Decision;
}

/** One decision in words: what, why, what becomes of it, by whom and when. */
function OneDecision({ decision }: OneDecisionProps) {
  return (
    <View>
      <View className="lx-row">
        <OutcomeTag outcome={decision.outcome} />
      </View>
      <View className="lx-prose">{decision.reason}</View>
      <Facts
        facts={[
          ['更正原因', decision.correctionReason],
          ['转化为', decision.useLabel],
          ['承办单位', decision.responsibleBody],
          ['办理期限', decision.dueDate && formatDate(decision.dueDate)],
          ['记录', `${decision.recordedByName} · ${formatMoment(decision.recordedAt)}`],
          [
            '签发',
            decision.signedByName &&
              decision.signedAt &&
              `${decision.signedByName} · ${formatMoment(decision.signedAt)}`,
          ],
        ]}
      />
    </View>
  );
}

interface DecisionFactsProps {
  readonly item: Pick<DigestItem, 'decision' | 'pending' | 'history'>;
}

/** Everything that was decided on an item: what is in force, what waits for a signature, and what it replaced. */
export function DecisionFacts({ item: { decision, pending, history } }: DecisionFactsProps) {
  if (!decision && !pending) return null;
  return (
    <View className="lx-stack">
      {pending && (
        <Notice tone="warn" title={decision ? '更正等待另一位签发' : '决定等待另一位签发'}>
          <OneDecision decision={pending} />
        </Notice>
      )}
      {decision && (
        <Notice tone="good" title={pending ? '目前有效的决定' : '会议决定'}>
          <OneDecision decision={decision} />
        </Notice>
      )}
      {[...history].reverse().map((earlier) => (
        <Notice key={earlier.id} title={`第 ${earlier.revision} 次决定（已被更正）`}>
          <OneDecision decision={earlier} />
        </Notice>
      ))}
    </View>
  );
}
