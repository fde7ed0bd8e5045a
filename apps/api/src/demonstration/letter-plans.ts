import type { LetterCategory, NameDisplay } from '@lianxin/shared';
import type { Dice } from './dice.js';
import { fill, letterText, MATTERS, type Matter, WORDINGS } from './matters.js';
import { markOf, type Plot, type Step, stepsOf } from './plots.js';

/** A letter of the demonstration: by whom, to whom, about what, and what becomes of it. Writers and members are counted from 0. */
export interface LetterPlan {
  readonly writer: number;
  readonly member: number;
  readonly category: LetterCategory;
  readonly title: string;
  readonly text: string;
  readonly photos: number;
  readonly place: string | null;
  readonly township: string;
  readonly nameDisplay: NameDisplay;
  readonly consentOpinion: boolean;
  readonly consentName: boolean;
  readonly sentAt: Date;
  readonly steps: readonly Step[];
}

/** A member as far as the plans need one. */
export interface PlannedMember {
  readonly sector: string;
  /** Can be chosen on the sign-in page, so that this mailbox should be full. */
  readonly demonstration: boolean;
}

/** Of whom and what the plans are made. The first `featured` writers can be chosen on the sign-in page. */
export interface Cast {
  readonly writers: number;
  readonly featured: number;
  readonly members: readonly PlannedMember[];
  readonly townships: readonly string[];
  readonly now: Date;
}

export const LETTERS = 400;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PLACES =
  '东风路 和平巷 南门口 老街 桥北村 柳树湾 茶园组 石板坡 新华里 幸福小区 河堤路 学府街 枫林村 龙潭村 大塘组'.split(' ');
const DURATIONS = ['快一个月', '两个多月', '三个多月', '半年', '大半年', '一年多'];

/** Plots of letters more than six weeks old, by how often they occur. */
const OLD: readonly [Plot, number][] = [
  ['closed', 38],
  ['conversation', 16],
  ['left_to_close', 16],
  ['transferred', 6],
  ['referred', 7],
  ['returned', 3],
  ['withdrawn', 3],
  ['withheld', 2],
  ['appealed', 2],
  ['appeal_upheld', 2],
  ['reviewed', 2],
  ['answer_withheld', 1],
  ['reported', 1],
  ['reopened', 4],
];
/** Of those between one and six weeks. */
const MIDDLE: readonly [Plot, number][] = [
  ['answered', 18],
  ['closed', 28],
  ['conversation', 14],
  ['followed_up', 8],
  ['ignored', 34],
  ['transferred', 5],
  ['referred', 5],
  ['reopened', 6],
  ['withheld', 2],
];
/** Of those of the last week. */
const RECENT: readonly [Plot, number][] = [
  ['waiting', 26],
  ['opened', 14],
  ['snoozed', 8],
  ['answered', 22],
  ['followed_up', 8],
  ['closed', 10],
  ['under_review', 6],
  ['withheld', 2],
  ['withdrawn', 2],
];

/** What still waits for a member: most of it lies in the mailboxes that can be opened. */
const UNFINISHED: readonly Plot[] = ['waiting', 'opened', 'snoozed', 'followed_up', 'ignored'];

/** Letters of the writers who can be chosen, so that each of them finds something in every state: days ago and plot. */
const FEATURED: readonly (readonly [number, Plot])[][] = [
  [
    [1, 'waiting'],
    [3, 'opened'],
    [6, 'answered'],
    [20, 'closed'],
    [55, 'conversation'],
    [90, 'referred'],
    [150, 'left_to_close'],
    [240, 'closed'],
  ],
  [
    [0.4, 'under_review'],
    [4, 'withheld'],
    [14, 'ignored'],
    [33, 'closed'],
    [70, 'appealed'],
    [120, 'returned'],
    [200, 'appeal_upheld'],
  ],
  [
    [2, 'waiting'],
    [8, 'followed_up'],
    [30, 'reopened'],
    [48, 'transferred'],
    [100, 'withdrawn'],
    [180, 'conversation'],
  ],
];

function drawn(dice: Dice, weighted: readonly [Plot, number][]): Plot {
  let left = dice.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [plot, weight] of weighted) {
    left -= weight;
    if (left < 0) return plot;
  }
  return 'closed';
}

function plotOfAge(dice: Dice, days: number): Plot {
  return drawn(dice, days > 42 ? OLD : days > 7 ? MIDDLE : RECENT);
}

/** How long ago a letter was sent: one in ten in the last week, the others over the year, a little more of late. */
function age(dice: Dice): number {
  if (dice.chance(0.1)) return 0.15 + dice.next() * 6.5;
  return 7 + 355 * dice.next() ** 1.25;
}

function memberFor(dice: Dice, matter: Matter, members: readonly PlannedMember[], plot: Plot): number {
  const all = members.map((member, index) => ({ ...member, index }));
  const chosen = all.filter(({ demonstration }) => demonstration);
  const fitting = all.filter(({ sector }) => matter.sectors.includes(sector));
  const unfinished = UNFINISHED.includes(plot);
  if (dice.chance(unfinished ? 0.6 : 0.2)) return dice.pick(chosen).index;
  return dice.pick(fitting.length > 0 ? fitting : all).index;
}

function plan(dice: Dice, cast: Cast, writer: number, daysAgo: number, plot: Plot): LetterPlan {
  const matter = dice.pick(MATTERS);
  const spot = dice.pick(PLACES);
  const township = dice.pick(cast.townships);
  const particulars = {
    place: `${township}${spot}`,
    duration: dice.pick(DURATIONS),
    opening: dice.between(0, WORDINGS.openings - 1),
    ending: dice.between(0, WORDINGS.endings - 1),
  };
  const words = (text: string) => fill(text, particulars);
  return {
    writer,
    member: memberFor(dice, matter, cast.members, plot),
    category: matter.category,
    title: fill(matter.title, { ...particulars, place: spot }),
    text: letterText(matter, particulars) + markOf(plot),
    photos: dice.chance(0.18) ? dice.between(1, 3) : 0,
    place: dice.chance(0.4) ? particulars.place : null,
    township,
    nameDisplay: dice.pick(['full', 'full', 'surname', 'surname', 'hidden']),
    consentOpinion: dice.chance(0.8),
    consentName: dice.chance(0.4),
    sentAt: new Date(cast.now.getTime() - daysAgo * DAY),
    steps: stepsOf(plot, matter, dice).map((step) => ('text' in step ? { ...step, text: words(step.text) } : step)),
  };
}

/** The letters of the last twelve months, oldest first; the same for the same dice and cast. */
export function planLetters(dice: Dice, cast: Cast): LetterPlan[] {
  const featured = FEATURED.flatMap((letters, writer) =>
    letters.map(([daysAgo, plot]) => plan(dice, cast, writer, daysAgo, plot)),
  );
  const others = Array.from({ length: LETTERS - featured.length }, (_, index) => {
    const daysAgo = age(dice);
    const writer = cast.featured + (index % (cast.writers - cast.featured));
    return plan(dice, cast, writer, daysAgo, plotOfAge(dice, daysAgo));
  });
  return [...featured, ...others].sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
}
