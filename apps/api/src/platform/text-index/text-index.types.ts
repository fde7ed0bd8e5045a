import type { TextKind } from '@lianxin/shared';
import type { Mark } from './grams.js';

/** A text that can be found. Texts are found through the scopes they are in, for example `member:<id>`. */
export interface TextEntry {
  readonly kind: TextKind;
  readonly id: string;
  readonly scopes: readonly string[];
  readonly title: string;
  readonly text: string;
  /** What it is sorted by. Keep it when the text changes. */
  readonly at: Date;
}

/** What somebody asks for: all the words, in any of the scopes. */
export interface TextQuery {
  readonly words: string;
  readonly scopes: readonly string[];
  readonly kinds?: readonly TextKind[];
  readonly cursor?: string;
  readonly limit: number;
}

/** A text that was found, with the places where the words stand. */
export interface TextHit {
  readonly kind: TextKind;
  readonly id: string;
  readonly title: string;
  readonly titleMarks: Mark[];
  readonly excerpt: string;
  readonly excerptMarks: Mark[];
  readonly at: Date;
  /** Those of the scopes asked for that it is in. */
  readonly scopes: string[];
}

/** What to find texts like. */
export interface LikenessQuery {
  readonly text: string;
  readonly scopes: readonly string[];
  readonly kinds?: readonly TextKind[];
  readonly exceptId?: string;
  readonly limit: number;
}

/** A text that is like another: 0 shares nothing, 1 all that the shorter one says. */
export interface LikeText {
  readonly kind: TextKind;
  readonly id: string;
  readonly likeness: number;
}
