import type { TextKind } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, isUniqueViolation } from '../database/database.js';
import { asDate, type StoredInstant, toStored } from '../database/instants.js';
import { gramsOf } from './grams.js';
import { type Lists, Postings } from './postings.js';
import type { TextEntry } from './text-index.types.js';
import { kindCode, kindOf } from './text-kinds.js';

/** A text as its table holds it. */
export interface StoredDocument {
  readonly document: number | string;
  readonly kind: number;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** JSON. */
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

/** Keeps the texts themselves and has the lists follow them. */
@Injectable()
export class TextDocuments {
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

  /** The texts with these numbers, newest first. */
  async of(numbers: readonly number[]): Promise<StoredDocument[]> {
    if (numbers.length === 0) return [];
    return this.database.read.query<StoredDocument[]>(
      `SELECT ${COLUMNS} FROM text_documents WHERE document IN (${numbers.join(', ')}) ORDER BY document DESC`,
    );
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
}

/** A stored text as it was entered. */
export function entryOf(held: StoredDocument): TextEntry {
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
