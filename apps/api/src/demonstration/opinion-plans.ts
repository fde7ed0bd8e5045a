import type { OpinionDesk, OpinionKind } from '@lianxin/shared';
import type { Dice } from './dice.js';

/** What may become of an opinion before it reaches a digest. */
export const OPINION_FATES = ['accepted', 'revised', 'draft', 'waiting', 'returned', 'withdrawn'] as const;
export type OpinionFate = (typeof OPINION_FATES)[number];

/** An opinion of the demonstration: by whom, of what kind, when begun, and what becomes of it. Members are counted from 0. */
export interface OpinionPlan {
  /** Seed of everything else that is chosen for it. */
  readonly seed: number;
  readonly member: number;
  readonly kind: OpinionKind;
  readonly desk: OpinionDesk;
  readonly fate: OpinionFate;
  /** How many of the member's letters it is drawn from at most. */
  readonly letters: number;
  readonly begunAt: Date;
}

/** A member as far as these plans need one. */
export interface ReflectingMember {
  /** Belongs to the sector of the convener who can be chosen on the sign-in page. */
  readonly shownSector: boolean;
  /** The activity group of the own sector has a convener. */
  readonly convened: boolean;
  /** Can be chosen on the sign-in page, so that these desks should be full. */
  readonly demonstration: boolean;
}

/** A letter that must go the whole way: to which member (counted from 0), and when it was sent. */
export interface TellingLetter {
  readonly member: number;
  readonly sentAt: Date;
}

export const OPINIONS = 120;
/** Days from a telling letter to the opinion that is drawn from it. */
const TELLING_DAYS = 9;
const DAY = 86_400_000;
/** Before so many days everything has left the desk that it was handed in at. */
const SETTLED_DAYS = 12;

/** Opinions of the sector whose convener can be chosen on the sign-in page, so that there is something to compose: days ago and fate. */
const OF_SHOWN_SECTOR: readonly (readonly [number, OpinionFate])[] = [
  [8, 'accepted'],
  [7, 'accepted'],
  [6.5, 'accepted'],
  [3.5, 'accepted'],
  [3, 'accepted'],
  [2, 'waiting'],
  [0.8, 'waiting'],
];
/** Opinions of the last days, spread over all members. */
const RECENT = 18;

const KINDS: readonly OpinionKind[] = [
  'information',
  'information',
  'information',
  'information',
  'proposal',
  'proposal',
  'speech',
  'topic',
  'work_advice',
];

function fateOf(dice: Dice, days: number): OpinionFate {
  if (days > SETTLED_DAYS) {
    if (dice.chance(0.12)) return 'revised';
    return dice.chance(0.08) ? dice.pick(['draft', 'returned', 'withdrawn']) : 'accepted';
  }
  return dice.pick(['waiting', 'waiting', 'waiting', 'draft', 'returned', 'accepted', 'accepted', 'accepted']);
}

function deskOf(dice: Dice, convened: boolean): OpinionDesk {
  if (convened && dice.chance(0.5)) return 'sector_group';
  return dice.chance(0.2) ? 'special_committee' : 'office';
}

function memberOf(dice: Dice, members: readonly ReflectingMember[]): number {
  const shown = members.flatMap(({ demonstration }, index) => (demonstration ? [index] : []));
  return dice.chance(0.35) ? dice.pick(shown) : dice.between(0, members.length - 1);
}

function plan(dice: Dice, member: number, days: number, now: Date, over: Partial<OpinionPlan> = {}): OpinionPlan {
  return {
    seed: dice.between(1, 2 ** 30),
    member,
    kind: dice.pick(KINDS),
    desk: 'office',
    fate: fateOf(dice, days),
    letters: dice.pick([0, 1, 1, 1, 2, 2, 3]),
    begunAt: new Date(now.getTime() - days * DAY),
    ...over,
  };
}

/** The opinions of the last twelve months, oldest first; the same for the same dice, members and telling letters. */
export function planOpinions(
  dice: Dice,
  members: readonly ReflectingMember[],
  telling: readonly TellingLetter[],
  now: Date,
): OpinionPlan[] {
  const sector = members.flatMap(({ shownSector }, index) => (shownSector ? [index] : []));
  const shown = sector.length === 0 ? [] : OF_SHOWN_SECTOR;
  const told = telling.map(({ member, sentAt }) => {
    const days = (now.getTime() - sentAt.getTime()) / DAY - TELLING_DAYS;
    return plan(dice, member, days, now, { fate: 'accepted', kind: 'information', letters: 1 });
  });
  const featured = shown.map(([days, fate], index) =>
    plan(dice, sector[index % sector.length] ?? 0, days, now, { fate, desk: 'sector_group', kind: 'information' }),
  );
  const others = Array.from({ length: OPINIONS - featured.length - told.length }, (_, index) => {
    const recent = index < RECENT;
    const days = recent ? 0.5 + (SETTLED_DAYS * index) / RECENT : SETTLED_DAYS + 325 * dice.next() ** 1.1;
    const member = memberOf(dice, members);
    return plan(dice, member, days, now, { desk: deskOf(dice, members[member]?.convened ?? false) });
  });
  return [...told, ...featured, ...others].sort((a, b) => a.begunAt.getTime() - b.begunAt.getTime());
}
