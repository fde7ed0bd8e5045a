import { REACHED_LETTER_STATES } from '@lianxin/shared';
import { asDate, type StoredInstant } from '../platform/database/instants.js';
import type { Letter } from './letter.entity.js';

/** Columns of `letters` that hold instants; all but the first two may be empty. */
const INSTANTS = [
  'sentAt',
  'lastActivityAt',
  'deliveredAt',
  'firstAnsweredAt',
  'due',
  'closingDue',
  'closedAt',
  'snoozedUntil',
  'remindedAt',
  'escalatedAt',
] as const;
const FLAGS = ['consentOpinion', 'consentName', 'reopened', 'writerUnread', 'memberUnread'] as const;
const DOCUMENTS = ['place', 'referral'] as const;

/** A row of `letters` as the driver gives it. */
export type LetterRow = Omit<Letter, (typeof INSTANTS)[number] | (typeof FLAGS)[number] | (typeof DOCUMENTS)[number]> &
  Record<(typeof INSTANTS)[number], StoredInstant | null> &
  Record<(typeof FLAGS)[number], number | boolean> &
  Record<(typeof DOCUMENTS)[number], string | null>;

/** The states of letters that are with their addressee, as a list for `IN (…)`. */
export const REACHED_STATES = REACHED_LETTER_STATES.map((state) => `'${state}'`).join(', ');

/** Asks for one letter with all its columns; the pages that are opened most read plain rows. */
export const SELECT_LETTER = 'SELECT * FROM letters WHERE id = ?';

/** A plain row as the entity has it. */
export function letterOf(row: LetterRow): Letter {
  const letter: Record<string, unknown> = { ...row };
  for (const column of INSTANTS) {
    const instant = row[column];
    letter[column] = instant === null ? null : asDate(instant);
  }
  for (const column of FLAGS) letter[column] = Boolean(row[column]);
  for (const column of DOCUMENTS) {
    const text = row[column];
    letter[column] = text === null ? null : JSON.parse(text);
  }
  return letter as unknown as Letter;
}
