import { LETTER_STATE_LABELS, type LetterState } from '@lianxin/shared';
import { Tag, type Tone } from '../Tag';

const tones: Record<LetterState, Tone> = {
  screening: 'calm',
  withheld: 'bad',
  delivered: 'primary',
  opened: 'primary',
  answered: 'good',
  closed: 'calm',
  referred: 'warn',
  returned: 'warn',
  withdrawn: 'calm',
};

interface StateTagProps {
  readonly state: LetterState;
}

/** The state of a letter in its writer's words. */
export function StateTag({ state }: StateTagProps) {
  return <Tag tone={tones[state]}>{LETTER_STATE_LABELS[state]}</Tag>;
}
