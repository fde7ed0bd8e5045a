import { TEXT_KINDS, type TextKind } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { asDate } from '../database/instants.js';
import { decodeCursor, encodeCursor, type Page } from '../database/keyset.js';
import { fieldInvalid } from '../problems/problem.js';
import { excerptAround, gramsOf, holdsAll, marksOf, wordsOf } from './grams.js';
import { Postings } from './postings.js';
import { entryOf, type StoredDocument, TextDocuments } from './text-documents.js';
import type { LikenessQuery, LikeText, TextEntry, TextHit, TextQuery } from './text-index.types.js';
import { kindCode, kindOf } from './text-kinds.js';

export type * from './text-index.types.js';

const HIGHEST = Number.MAX_SAFE_INTEGER;
/** Most grams that one statement looks up; what more the words have is compared with the texts found. */
const MOST_GRAMS = 8;
/** Times that one request walks on when a page is not full. */
const ROUNDS = 3;
/** For likeness: grams of a text whose rarity is looked up, the rarest of them that lead to others, and the others compared. */
const SAMPLED_GRAMS = 96;
const TELLING_GRAMS = 24;
const CANDIDATES = 40;
/** A text of a few words is like another only by so many grams, else one word in common would make it a copy. */
const FEWEST_GRAMS = 12;

/**
 * Full-text search in Chinese over what features enter here, in whatever database the product runs on (decision 0010): plain tables of
 * two-character grams, changed in the same transaction as the text itself.
 */
@Injectable()
export class TextIndex {
  constructor(
    private readonly texts: TextDocuments,
    private readonly postings: Postings,
  ) {}

  /** Enters a text or brings its entry up to date, in the transaction under way. The caller holds what the text belongs to. */
  put(entry: TextEntry): Promise<void> {
    return this.texts.put(entry);
  }

  /** Takes a text out, in the transaction under way. */
  remove(kind: TextKind, id: string): Promise<void> {
    return this.texts.remove(kind, id);
  }

  /**
   * One page of the texts that hold all the words, newest first. A page may be short of `limit` and still have a cursor: so much
   * was looked through for it.
   * @throws {Problem} 422 when no word has two characters.
   */
  async find({ words, scopes, kinds = TEXT_KINDS, cursor, limit }: TextQuery): Promise<Page<TextHit>> {
    const asked = wordsOf(words);
    const grams = [...new Set(asked.flatMap((word) => [...gramsOf(word)]))].slice(0, MOST_GRAMS);
    if (grams.length === 0) throw fieldInvalid('query', 'too_short', '请至少输入两个字，例如“路灯”。');
    if (scopes.length === 0) return { items: [], nextCursor: null };
    const found: StoredDocument[] = [];
    let before = placeOf(cursor);
    for (let round = 0; round < ROUNDS && before > 0 && found.length <= limit; round += 1) {
      const walked = await this.walk(kinds, grams, scopes, before, limit + 1 - found.length);
      const documents = await this.texts.of(walked.documents);
      found.push(...documents.filter(({ title, text }) => holdsAll(asked, [title, text])));
      before = walked.downTo;
    }
    const items = found.slice(0, limit);
    const last = found.length > limit ? Number(items.at(-1)?.document) : before;
    return {
      items: items.map((document) => toHit(document, asked, scopes)),
      nextCursor: last > 0 ? encodeCursor({ sort: last, id: '' }) : null,
    };
  }

  /** The texts in these scopes that are most like a text, the likest first. */
  async similar({ text, scopes, kinds = TEXT_KINDS, exceptId, limit }: LikenessQuery): Promise<LikeText[]> {
    const grams = gramsOf(text);
    if (grams.size === 0 || scopes.length === 0) return [];
    const found = await Promise.all(kinds.map((kind) => this.candidates(kindCode(kind), grams, scopes)));
    const documents = await this.texts.of(found.flat());
    return documents
      .filter(({ id }) => id !== exceptId)
      .map((document) => ({
        kind: kindOf(document.kind),
        id: document.id,
        likeness: likeness(grams, gramsOf(`${document.title}\n${document.text}`)),
      }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, limit);
  }

  /** All kinds walked side by side, down to where the one that came least far has come. */
  private async walk(
    kinds: readonly TextKind[],
    grams: readonly number[],
    scopes: readonly string[],
    before: number,
    limit: number,
  ): Promise<{ documents: number[]; downTo: number }> {
    const walks = await Promise.all(
      kinds.map((kind) => this.postings.walk({ kind: kindCode(kind), grams, scopes }, before, limit)),
    );
    const downTo = Math.max(...walks.map((walk) => walk.downTo));
    const documents = walks.flatMap((walk) => walk.documents.filter((document) => document >= downTo));
    const newest = documents.sort((a, b) => b - a).slice(0, limit);
    return { documents: newest, downTo: newest.length < documents.length ? (newest.at(-1) ?? downTo) : downTo };
  }

  /** Documents that share the rarest of the grams: those say what a text is about. */
  private async candidates(kind: number, grams: ReadonlySet<number>, scopes: readonly string[]): Promise<number[]> {
    const sampled = spread([...grams], SAMPLED_GRAMS);
    const densities = await this.postings.densities(kind, sampled, HIGHEST);
    const telling = sampled
      .filter((gram) => (densities.get(gram)?.count ?? 0) > 0)
      .sort((a, b) => (densities.get(a)?.share ?? 0) - (densities.get(b)?.share ?? 0))
      .slice(0, TELLING_GRAMS);
    const sharing = await this.postings.sharing({ kind, grams: telling, scopes }, CANDIDATES);
    return sharing.map(({ document }) => document);
  }
}

/** The document number that a page goes on below. @throws {Problem} 422 for what no page gave. */
function placeOf(cursor: string | undefined): number {
  const place = decodeCursor(cursor)?.sort ?? HIGHEST;
  if (Number.isSafeInteger(place) && Number(place) > 0) return Number(place);
  throw fieldInvalid('cursor', 'cursor_invalid', '翻页位置无效，请回到第一页重新查看。');
}

/** At most `most` of the values, evenly spread. */
function spread<T>(values: readonly T[], most: number): T[] {
  const step = Math.max(1, values.length / most);
  return Array.from({ length: Math.min(values.length, most) }, (_, place) => values[Math.floor(place * step)] as T);
}

function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return Math.min(1, shared / Math.max(FEWEST_GRAMS, Math.min(a.size, b.size)));
}

function toHit(document: StoredDocument, words: readonly string[], scopes: readonly string[]): TextHit {
  const excerpt = excerptAround(words, document.text);
  return {
    kind: kindOf(document.kind),
    id: document.id,
    title: document.title,
    titleMarks: marksOf(words, document.title),
    excerpt: excerpt.text,
    excerptMarks: excerpt.marks,
    at: asDate(document.at),
    scopes: entryOf(document).scopes.filter((scope) => scopes.includes(scope)),
  };
}
