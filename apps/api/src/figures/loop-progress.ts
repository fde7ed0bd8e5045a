import { chinaDay, type DecisionOutcome, LOOP_STEPS, type LoopStep, type OpinionState } from '@lianxin/shared';
import { v7 as uuidv7 } from 'uuid';
import type { LetterProgress } from './letter-progress.entity.js';
import type { LoopChange } from './loop-change.entity.js';

/** An opinion drawn from a letter, as far as the figures ask. `outcome` is that of what it is under at last. */
export interface LiftedOpinion {
  readonly state: OpinionState;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly fedBackAt: Date | null;
  readonly outcome: DecisionOutcome | null;
}

/** A letter in its mailbox, as far as the figures ask. */
export interface CountedLetter {
  readonly id: string;
  readonly sectorId: string;
  readonly townshipId: string | null;
  readonly category: LetterProgress['category'];
  readonly deliveredAt: Date;
  readonly firstAnsweredAt: Date | null;
  readonly firstAnswerDue: Date;
}

/** What came back into a letter. */
export interface CameBack {
  readonly relayedAt: Date | null;
  readonly heardAt: Date | null;
  readonly stars: number | null;
}

const LIFTED: readonly OpinionState[] = [
  'submitted',
  'returned',
  'accepted',
  'merged',
  'listed',
  'decided',
  'fed_back',
  'relayed',
];
const ACCEPTED = LIFTED.slice(2);
const DECIDED = LIFTED.slice(5);
const FED_BACK = LIFTED.slice(6);
const ADOPTED: readonly (DecisionOutcome | null)[] = ['adopted', 'partly_adopted'];

/** The step that each one's days are counted from. */
const BEFORE: Record<LoopStep, LoopStep | null> = {
  delivered: null,
  answered_in_time: 'delivered',
  lifted: 'delivered',
  accepted: 'lifted',
  decided: 'accepted',
  adopted: 'accepted',
  fed_back: 'decided',
  relayed: 'fed_back',
  heard: 'relayed',
};

/** Where each step's instant is kept. */
export const STEP_COLUMNS = {
  delivered: 'deliveredAt',
  answered_in_time: 'answeredAt',
  lifted: 'liftedAt',
  accepted: 'acceptedAt',
  decided: 'decidedAt',
  adopted: 'adoptedAt',
  fed_back: 'fedBackAt',
  relayed: 'relayedAt',
  heard: 'heardAt',
} as const satisfies Record<LoopStep, keyof LetterProgress>;

const DAY = 86_400_000;

function earliest(instants: readonly (Date | null)[]): Date | null {
  const times = instants.flatMap((instant) => (instant ? [instant.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/**
 * A letter's progress by all that is known of it now. A letter counts at a step when one of the opinions drawn from it has come so far.
 * @param before what was counted so far: the month of the first delivery stays, and an answer that was in time stays so when the
 *   letter is handed on later.
 */
export function progressOf(
  letter: CountedLetter,
  opinions: readonly LiftedOpinion[],
  back: CameBack | undefined,
  before: LetterProgress | null,
): LetterProgress {
  const deliveredAt = before?.deliveredAt ?? letter.deliveredAt;
  const answeredAt = letter.firstAnsweredAt;
  const at = (
    column: 'submittedAt' | 'acceptedAt' | 'decidedAt' | 'fedBackAt',
    states: readonly OpinionState[],
    only: (opinion: LiftedOpinion) => boolean = () => true,
  ) =>
    earliest(opinions.filter((opinion) => states.includes(opinion.state) && only(opinion)).map((one) => one[column]));
  const handedOnSince = answeredAt !== null && letter.deliveredAt.getTime() > answeredAt.getTime();
  const inTime = answeredAt !== null && answeredAt.getTime() <= letter.firstAnswerDue.getTime();
  return {
    letterId: letter.id,
    month: chinaDay(deliveredAt).slice(0, 7),
    sectorId: letter.sectorId,
    townshipId: letter.townshipId,
    category: letter.category,
    deliveredAt,
    answeredAt,
    inTime: handedOnSince && before?.answeredAt ? Boolean(before.inTime) : inTime,
    liftedAt: at('submittedAt', LIFTED),
    acceptedAt: at('acceptedAt', ACCEPTED),
    decidedAt: at('decidedAt', DECIDED),
    adoptedAt: at('decidedAt', DECIDED, ({ outcome }) => ADOPTED.includes(outcome)),
    fedBackAt: at('fedBackAt', FED_BACK),
    relayedAt: back?.relayedAt ?? null,
    heardAt: back?.heardAt ?? null,
    stars: back?.heardAt ? back.stars : null,
  };
}

/** True when nothing at all is different, so that the row can stay as it is. */
export function isSame(before: LetterProgress, after: LetterProgress): boolean {
  const plain = (value: LetterProgress[keyof LetterProgress]) => (value instanceof Date ? value.getTime() : value);
  return (Object.keys(after) as (keyof LetterProgress)[]).every((key) => plain(before[key]) === plain(after[key]));
}

/** When a letter came to a step, or null. */
export function cameTo(progress: LetterProgress, step: LoopStep): Date | null {
  if (step === 'answered_in_time' && !progress.inTime) return null;
  return progress[STEP_COLUMNS[step]];
}

/** Calendar days in Asia/Shanghai from the step before to this one; from the delivery where the step before was left out. */
export function daysTo(progress: LetterProgress, step: LoopStep): number | null {
  const at = cameTo(progress, step);
  const before = BEFORE[step];
  if (!at || !before) return null;
  const from = cameTo(progress, before) ?? progress.deliveredAt;
  return Math.max(0, (Date.parse(chinaDay(at)) - Date.parse(chinaDay(from))) / DAY);
}

/** The furthest step that a letter has come to. */
export function furthestOf(progress: LetterProgress): LoopStep {
  return LOOP_STEPS.findLast((step) => cameTo(progress, step) !== null) ?? 'delivered';
}

/** What must be added to the figures for a letter that stood as `before`, or was not counted, and stands as `after`. */
export function changesBetween(before: LetterProgress | null, after: LetterProgress): LoopChange[] {
  const counted = before ? countsOf(before) : new Map<string, Omit<LoopChange, 'id'>>();
  const counts = countsOf(after);
  return [
    ...[...counted].flatMap(([key, count]) =>
      counts.has(key) ? [] : [{ ...count, id: uuidv7(), letters: -1, stars: -count.stars }],
    ),
    ...[...counts].flatMap(([key, count]) => (counted.has(key) ? [] : [{ ...count, id: uuidv7() }])),
  ];
}

function countsOf(progress: LetterProgress): Map<string, Omit<LoopChange, 'id'>> {
  const { month, sectorId, category } = progress;
  const counts = LOOP_STEPS.filter((step) => cameTo(progress, step) !== null).map((step) => ({
    month,
    sectorId,
    townshipId: progress.townshipId ?? '',
    category,
    step,
    days: daysTo(progress, step) ?? 0,
    letters: 1,
    stars: step === 'heard' ? (progress.stars ?? 0) : 0,
  }));
  return new Map(counts.map((count) => [JSON.stringify(count), count]));
}
