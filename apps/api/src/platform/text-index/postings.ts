import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database.js';

/** Rows of one statement that writes lists. */
const ROWS_AT_ONCE = 500;
/** How far a list is looked into to estimate how long it is. */
const SAMPLE = 100;
/** Most entries of the leading list that one statement walks through. */
const WALK = 20_000;
/** Entries of each list that likeness is looked for in. */
const LATEST = 1000;

/** What every document found must be in: one of the scopes and all of the grams. */
export interface Lists {
  readonly kind: number;
  readonly grams: readonly number[];
  readonly scopes: readonly string[];
}

/** Documents found, newest first, and down to where the lists were walked: 0 when to their end. */
export interface Walked {
  readonly documents: number[];
  readonly downTo: number;
}

/** How often a list has a document: `share` of all numbers. `count` is exact below {@link SAMPLE}. */
interface Density {
  readonly count: number;
  readonly share: number;
}

const placesFor = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/**
 * The lists of documents by gram and by scope, each sorted by document number, that is by time. A search walks the list with the
 * fewest entries, newest first, and looks each document up in the others; nothing is sorted and it stops when a page is full.
 */
@Injectable()
export class Postings {
  constructor(private readonly database: Database) {}

  /** Enters a document under grams and scopes that it is not under yet. */
  async add(manager: EntityManager, document: number, { kind, grams, scopes }: Lists): Promise<void> {
    for (let at = 0; at < grams.length; at += ROWS_AT_ONCE) {
      const rows = grams.slice(at, at + ROWS_AT_ONCE).map((gram) => `(${kind},${gram},${document})`);
      await manager.query(`INSERT INTO text_grams (kind, gram, document) VALUES ${rows.join(',')}`);
    }
    if (scopes.length === 0) return;
    const rows = scopes.map(() => `(${kind},?,${document})`);
    await manager.query(`INSERT INTO text_scopes (kind, scope, document) VALUES ${rows.join(',')}`, [...scopes]);
  }

  /** Takes a document out from under grams and scopes. */
  async take(manager: EntityManager, document: number, { kind, grams, scopes }: Lists): Promise<void> {
    for (let at = 0; at < grams.length; at += ROWS_AT_ONCE) {
      const some = grams.slice(at, at + ROWS_AT_ONCE).join(',');
      await manager.query(
        `DELETE FROM text_grams WHERE kind = ${kind} AND gram IN (${some}) AND document = ${document}`,
      );
    }
    if (scopes.length === 0) return;
    await manager.query(
      `DELETE FROM text_scopes WHERE kind = ${kind} AND scope IN (${placesFor(scopes)}) AND document = ${document}`,
      [...scopes],
    );
  }

  /** How long the lists of grams are before a document, estimated from their latest entries. */
  async densities(kind: number, grams: readonly number[], before: number): Promise<Map<number, Density>> {
    if (grams.length === 0) return new Map();
    const samples = grams.map((gram) => this.sample(`text_grams WHERE kind = ${kind} AND gram = ${gram}`, before));
    const rows = await this.database.read.query<Sampled[]>(samples.join(' UNION ALL '));
    return new Map(grams.map((gram, place) => [gram, densityOf(rows[place], before)]));
  }

  /**
   * Up to `limit` documents that are in all the lists, newest first, before a document. Where the leading list is long it is walked
   * through in part; then `downTo` says how far.
   */
  async walk(lists: Lists, before: number, limit: number): Promise<Walked> {
    const { kind, scopes } = lists;
    const samples = [
      ...lists.grams.map((gram) => this.sample(`text_grams WHERE kind = ${kind} AND gram = ${gram}`, before)),
      ...scopes.map(() => this.sample(`text_scopes WHERE kind = ${kind} AND scope = ?`, before)),
    ];
    const rows = await this.database.read.query<Sampled[]>(samples.join(' UNION ALL '), [...scopes]);
    const densities = rows.map((row) => densityOf(row, before));
    const byGram = lists.grams.map((gram, place) => ({ gram, ...(densities[place] as Density) }));
    const byScope = densities.slice(lists.grams.length);
    if (byGram.some(({ count }) => count === 0) || byScope.every(({ count }) => count === 0)) {
      return { documents: [], downTo: 0 };
    }
    byGram.sort((a, b) => a.share - b.share);
    const scopeShare = byScope.reduce((sum, { share }) => sum + share, 0);
    const rarest = byGram[0];
    const grams = byGram.map(({ gram }) => gram);
    const shareOf = (scope: string) => byScope[scopes.indexOf(scope)]?.share ?? 0;
    const held = scopes.filter((scope) => shareOf(scope) > 0).sort((a, b) => shareOf(b) - shareOf(a));
    if (rarest && rarest.share <= scopeShare) {
      return this.walkGram({ kind, grams, scopes: held }, floorOf(rarest, before), before, limit);
    }
    const whole = byScope.every(({ count }) => count < SAMPLE);
    const floor = whole ? 0 : floorOf({ count: SAMPLE, share: scopeShare }, before);
    return this.walkScopes({ kind, grams, scopes: held }, floor, before, limit);
  }

  private async walkGram({ kind, grams, scopes }: Lists, floor: number, before: number, limit: number) {
    const [leading, ...others] = grams;
    const rows = await this.database.read.query<{ document: number }[]>(
      `SELECT d.document AS document FROM text_grams d
       WHERE d.kind = ${kind} AND d.gram = ${leading} AND d.document < ${before} AND d.document >= ${floor}
       ${others.map((gram) => inGram(kind, gram)).join(' ')}
       AND ${inAnyScope(kind, scopes)}
       ORDER BY d.document DESC LIMIT ${limit}`,
      [...scopes],
    );
    return walkedTo(rows, floor, limit);
  }

  /** Each scope's own list, because a document may be in several of them. */
  private async walkScopes({ kind, grams, scopes }: Lists, floor: number, before: number, limit: number) {
    const lists = await Promise.all(
      scopes.map((scope) =>
        this.database.read.query<{ document: number }[]>(
          `SELECT d.document AS document FROM text_scopes d
           WHERE d.kind = ${kind} AND d.scope = ? AND d.document < ${before} AND d.document >= ${floor}
           ${grams.map((gram) => inGram(kind, gram)).join(' ')}
           ORDER BY d.document DESC LIMIT ${limit}`,
          [scope],
        ),
      ),
    );
    const documents = [...new Set(lists.flat().map(({ document }) => Number(document)))].sort((a, b) => b - a);
    return walkedTo(
      documents.slice(0, limit).map((document) => ({ document })),
      floor,
      limit,
    );
  }

  /** The latest documents under any of a few grams that are in a scope too, with how many of the grams each is under. */
  async sharing({ kind, grams, scopes }: Lists, limit: number): Promise<{ document: number; shared: number }[]> {
    if (grams.length === 0) return [];
    const lists = grams.map(
      (gram) => `SELECT document FROM (SELECT document FROM text_grams WHERE kind = ${kind} AND gram = ${gram}
                 ORDER BY document DESC LIMIT ${LATEST}) latest`,
    );
    const rows = await this.database.read.query<{ document: number; shared: number | string }[]>(
      `SELECT d.document AS document, COUNT(*) AS shared FROM (${lists.join(' UNION ALL ')}) d
       WHERE ${inAnyScope(kind, scopes)}
       GROUP BY d.document ORDER BY shared DESC, d.document DESC LIMIT ${limit}`,
      [...scopes],
    );
    return rows.map(({ document, shared }) => ({ document: Number(document), shared: Number(shared) }));
  }

  private sample(list: string, before: number): string {
    return `SELECT COUNT(*) AS count, MIN(document) AS low FROM (SELECT document FROM ${list} AND document < ${before}
            ORDER BY document DESC LIMIT ${SAMPLE}) sampled`;
  }
}

interface Sampled {
  readonly count: number | string;
  readonly low: number | string | null;
}

/** A correlated look-up that no optimizer turns into a join with an order of its own. */
function inGram(kind: number, gram: number): string {
  return `AND (SELECT g.document FROM text_grams g WHERE g.kind = ${kind} AND g.gram = ${gram} AND g.document = d.document) IS NOT NULL`;
}

/** One look-up a scope, until one succeeds: with a list of scopes in one look-up, MariaDB reads all that is in each of them. */
function inAnyScope(kind: number, scopes: readonly string[]): string {
  const lookUps = scopes.map(
    () => `(SELECT s.document FROM text_scopes s
            WHERE s.kind = ${kind} AND s.scope = ? AND s.document = d.document) IS NOT NULL`,
  );
  return `(${lookUps.join(' OR ')})`;
}

function densityOf(row: Sampled | undefined, before: number): Density {
  const count = Number(row?.count ?? 0);
  const span = count < SAMPLE ? before : before - Number(row?.low ?? 0);
  return { count, share: count / Math.max(1, span) };
}

/** Down to which number a list may be walked through at once; 0 for the end of a short one. */
function floorOf({ count, share }: Density, before: number): number {
  return count < SAMPLE ? 0 : Math.max(0, Math.floor(before - WALK / share));
}

function walkedTo(rows: readonly { document: number }[], floor: number, limit: number): Walked {
  const documents = rows.map(({ document }) => Number(document));
  return { documents, downTo: documents.length < limit ? floor : (documents.at(-1) ?? 0) };
}
