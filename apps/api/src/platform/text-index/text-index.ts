import { TEXT_KINDS, type TextKind } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, isUniqueViolation } from '../database/database.js';
import { asDate, type StoredInstant, toStored } from '../database/instants.js';
import { decodeCursor, encodeCursor, type Page } from '../database/keyset.js';
import { fieldInvalid } from '../problems/problem.js';
import { excerptAround, gramsOf, holdsAll, type Mark, marksOf, wordsOf } from './grams.js';
import { type Lists, Postings } from './postings.js';
import { kindCode, kindOf } from './text-kinds.js';

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

interface StoredDocument {
  readonly document: number | string;
  readonly kind: number;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly scopes: string;
  readonly at: StoredInstant;
}

const COLUMNS = 'document, kind, id, title, text, scopes, at';
/** Characters of a text that are kept and found: what MySQL's TEXT holds of the longest ones. */
const LONGEST_TEXT = 16_000;
const LONGEST_TITLE = 200;
/** Document numbers count milliseconds from here, in steps that leave room for several texts in one. */
const FIRST_INSTANT = Date.parse('2000-01-01T00:00:00Z');
const PLACES = 64;
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
    private readonly database: Database,
    private readonly postings: Postings,
  ) {}

  /** Enters a text or brings its entry up to date, in the transaction under way. The caller holds what the text belongs to. */
  async put(entry: TextEntry): Promise<void> {
    const title = [...entry.title].slice(0, LONGEST_TITLE).join('');
    const text = [...entry.text].slice(0, LONGEST_TEXT).join('');
    const next = { ...entry, title, text, scopes: [...new Set(entry.scopes)].sort() };
    await this.database.write(async (manager) => {
      const held = await this.held(manager, entry.kind, entry.id);
      if (held && asDate(held.at).getTime() === entry.at.getTime()) {
        await this.renew(manager, held, next);
        return;
      }
      if (held) await this.discard(manager, held);
      const document = await this.insert(manager, next);
      await this.postings.add(manager, document, listsOf(next));
    });
  }

  /** Takes a text out, in the transaction under way. */
  async remove(kind: TextKind, id: string): Promise<void> {
    await this.database.write(async (manager) => {
      const held = await this.held(manager, kind, id);
      if (held) await this.discard(manager, held);
    });
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
      const documents = await this.documents(walked.documents);
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
    const documents = await this.documents(found.flat());
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

  private async held(manager: EntityManager, kind: TextKind, id: string): Promise<StoredDocument | undefined> {
    const [held] = await manager.query<StoredDocument[]>(
      `SELECT ${COLUMNS} FROM text_documents WHERE kind = ? AND id = ?`,
      [kindCode(kind), id],
    );
    return held;
  }

  /** Several texts of one millisecond get neighbouring numbers. */
  private async insert(manager: EntityManager, entry: TextEntry): Promise<number> {
    const values = [kindCode(entry.kind), entry.id, entry.title, entry.text, JSON.stringify(entry.scopes)];
    let document = (entry.at.getTime() - FIRST_INSTANT) * PLACES;
    for (;;) {
      const taken = await this.lastTaken(manager, document);
      document = taken === undefined ? document : taken + 1;
      try {
        await manager.query(
          'INSERT INTO text_documents (document, kind, id, title, text, scopes, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
          [document, ...values, this.database.isSqlite ? toStored(entry.at) : entry.at],
        );
        return document;
      } catch (error) {
        if (!isUniqueViolation(error) || (await this.held(manager, entry.kind, entry.id))) throw error;
        document += 1;
      }
    }
  }

  private async lastTaken(manager: EntityManager, from: number): Promise<number | undefined> {
    const [row] = await manager.query<{ last: number | string | null }[]>(
      'SELECT MAX(document) AS last FROM text_documents WHERE document >= ? AND document < ?',
      [from, from + PLACES],
    );
    return row?.last == null ? undefined : Number(row.last);
  }

  private async renew(manager: EntityManager, held: StoredDocument, next: TextEntry): Promise<void> {
    const scopes = JSON.stringify(next.scopes);
    if (held.title === next.title && held.text === next.text && held.scopes === scopes) return;
    const document = Number(held.document);
    await manager.query('UPDATE text_documents SET title = ?, text = ?, scopes = ? WHERE document = ?', [
      next.title,
      next.text,
      scopes,
      document,
    ]);
    const [before, after] = [listsOf(entryOf(held)), listsOf(next)];
    await this.postings.take(manager, document, without(before, after));
    await this.postings.add(manager, document, without(after, before));
  }

  private async discard(manager: EntityManager, held: StoredDocument): Promise<void> {
    const document = Number(held.document);
    await this.postings.take(manager, document, listsOf(entryOf(held)));
    await manager.query('DELETE FROM text_documents WHERE document = ?', [document]);
  }

  private async documents(numbers: readonly number[]): Promise<StoredDocument[]> {
    if (numbers.length === 0) return [];
    return this.database.read.query<StoredDocument[]>(
      `SELECT ${COLUMNS} FROM text_documents WHERE document IN (${numbers.join(', ')}) ORDER BY document DESC`,
    );
  }
}

/** The document number that a page goes on below. @throws {Problem} 422 for what no page gave. */
function placeOf(cursor: string | undefined): number {
  const place = decodeCursor(cursor)?.sort ?? HIGHEST;
  if (Number.isSafeInteger(place) && Number(place) > 0) return Number(place);
  throw fieldInvalid('cursor', 'cursor_invalid', '翻页位置无效，请回到第一页重新查看。');
}

function entryOf(held: StoredDocument): TextEntry {
  return { ...held, kind: kindOf(held.kind), scopes: JSON.parse(held.scopes) as string[], at: asDate(held.at) };
}

function listsOf({ kind, title, text, scopes }: TextEntry): Lists {
  const grams = [...new Set([...gramsOf(title), ...gramsOf(text)])].sort((a, b) => a - b);
  return { kind: kindCode(kind), grams, scopes };
}

function without(lists: Lists, others: Lists): Lists {
  const [grams, scopes] = [new Set(others.grams), new Set(others.scopes)];
  return {
    kind: lists.kind,
    grams: lists.grams.filter((gram) => !grams.has(gram)),
    scopes: lists.scopes.filter((scope) => !scopes.has(scope)),
  };
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
