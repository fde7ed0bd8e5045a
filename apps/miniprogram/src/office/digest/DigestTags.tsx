import { DECISION_OUTCOME_LABELS, type DecisionOutcome, DIGEST_STATE_LABELS, type DigestState } from '@lianxin/shared';
import type { DigestItem } from '@/api/types';
import { Tag, type Tone } from '@/components/Tag';

const stateTones: Record<DigestState, Tone> = {
  draft: 'calm',
  submitted: 'primary',
  decided: 'warn',
  fed_back: 'good',
};
const outcomeTones: Record<DecisionOutcome, Tone> = {
  adopted: 'good',
  partly_adopted: 'good',
  noted: 'calm',
  declined: 'warn',
};

interface DigestStateTagProps {
  readonly state: DigestState;
}

/** The state of a digest. */
export function DigestStateTag({ state }: DigestStateTagProps) {
  return <Tag tone={stateTones[state]}>{DIGEST_STATE_LABELS[state]}</Tag>;
}

interface OutcomeTagProps {
  readonly outcome: DecisionOutcome;
}

/** What was decided, in a word. */
export function OutcomeTag({ outcome }: OutcomeTagProps) {
  return <Tag tone={outcomeTones[outcome]}>{DECISION_OUTCOME_LABELS[outcome]}</Tag>;
}

interface DecisionTagProps {
  readonly item: Pick<DigestItem, 'decision' | 'pending'>;
}

/** How far the decision on an item is: none yet, waiting for a signature, or signed. */
export function DecisionTag({ item: { decision, pending } }: DecisionTagProps) {
  if (pending) {
    return (
      <>
        <OutcomeTag outcome={pending.outcome} />
        <Tag tone="warn">{decision ? '更正待签发' : '待签发'}</Tag>
      </>
    );
  }
  return decision ? <OutcomeTag outcome={decision.outcome} /> : <Tag>未决定</Tag>;
}
