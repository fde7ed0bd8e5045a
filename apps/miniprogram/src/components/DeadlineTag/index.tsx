import { DEADLINE_STATE_LABELS, type DeadlineState } from '@lianxin/shared';
import { formatDate } from '@/format/dates';
import { Tag, type Tone } from '../Tag';

const tones: Record<DeadlineState, Tone> = { none: 'calm', on_time: 'good', due_soon: 'warn', overdue: 'bad' };

interface DeadlineTagProps {
  readonly state: DeadlineState;
  /** ISO 8601; nothing is shown without a deadline. */
  readonly dueAt: string | null | undefined;
}

/** Where a letter stands with its deadline: a colour, a word and the day. */
export function DeadlineTag({ state, dueAt }: DeadlineTagProps) {
  if (state === 'none' || !dueAt) return null;
  return <Tag tone={tones[state]}>{`${DEADLINE_STATE_LABELS[state]} · ${formatDate(dueAt)}前`}</Tag>;
}
