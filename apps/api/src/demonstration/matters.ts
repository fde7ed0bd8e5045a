import type { LetterCategory } from '@lianxin/shared';
import { countrysideMatters } from './matters-countryside.js';
import { livingMatters } from './matters-living.js';
import { townMatters } from './matters-town.js';

/**
 * A matter that people of the county write about. In all texts `{地}` stands for a village or a street and `{久}` for how long it
 * has been so; each letter puts its own in.
 */
export interface Matter {
  readonly category: LetterCategory;
  /** Sectors whose members it is usually addressed to. */
  readonly sectors: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly answer: string;
  readonly followUp: string;
  readonly secondAnswer: string;
  /** Channel of the office's list that is in charge when the matter is not CPPCC work. */
  readonly channel: string;
}

/** All matters. */
export const MATTERS: readonly Matter[] = [...townMatters, ...countrysideMatters, ...livingMatters];

const OPENINGS = [
  '委员您好！',
  '委员好，打扰您了。',
  '尊敬的委员：',
  '您好，我是附近居民。',
  '委员您好，我代邻居们反映一件事。',
  '',
];
const ENDINGS = [
  '盼回复，谢谢！',
  '麻烦您帮忙呼吁一下。',
  '希望能有个说法。',
  '感谢您为大家操心。',
  '如需了解情况，可以来实地看看。',
  '',
];

/** Numbers of {@link OPENINGS} and {@link ENDINGS}, to choose from. */
export const WORDINGS = { openings: OPENINGS.length, endings: ENDINGS.length } as const;

/** What a letter puts into the words of its matter. */
export interface Particulars {
  readonly place: string;
  readonly duration: string;
  readonly opening: number;
  readonly ending: number;
}

/** The words with a letter's place and time put in. */
export function fill(words: string, { place, duration }: Pick<Particulars, 'place' | 'duration'>): string {
  return words.replaceAll('{地}', place).replaceAll('{久}', duration);
}

/** A letter's whole text. */
export function letterText(matter: Matter, particulars: Particulars): string {
  const opening = OPENINGS[particulars.opening] ?? '';
  const ending = ENDINGS[particulars.ending] ?? '';
  return `${opening}${fill(matter.text, particulars)}${ending}`;
}
