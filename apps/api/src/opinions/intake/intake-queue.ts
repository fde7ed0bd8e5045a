import type { IntakeBox, OpinionDesk, OpinionKind, OpinionState, OpinionTheme, SubmissionKind } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { asDate, type StoredInstant, toStored } from '../../platform/database/instants.js';
import { decodeCursor, encodeCursor, type Page } from '../../platform/database/keyset.js';
import { escapeLike } from '../../platform/database/like.js';
import { SEEN_BY_DESK } from '../opinions.policy.js';
import { type DeskPlace, desksOf, OFFICE_DESK } from './intake.policy.js';

/** Which submissions of the own desks. */
export interface IntakeFilter {
  readonly box: IntakeBox;
  readonly desk?: OpinionDesk;
  readonly kind?: OpinionKind | 'sector_voice';
  readonly theme?: OpinionTheme;
  readonly sectorId?: string;
  readonly assigneeId?: string;
  readonly query?: string;
}

/** A submission as it lies at a desk. */
export interface IntakeRow extends DeskPlace {
  readonly kind: SubmissionKind;
  readonly id: string;
  readonly reference: string | null;
  /** Null for a sector voice. */
  readonly opinionKind: OpinionKind | null;
  readonly title: string;
  readonly theme: OpinionTheme;
  readonly state: OpinionState;
  readonly submittedAt: Date;
  readonly acceptedAt: Date | null;
  readonly due: Date | null;
  readonly assigneeAccountId: string | null;
  readonly version: number;
}

/** How many wait, by box. */
export type IntakeSums = Record<(typeof COUNTED)[number], number>;

type StoredRow = Omit<IntakeRow, 'submittedAt' | 'acceptedAt' | 'due' | 'theme'> & {
  theme: OpinionTheme | null;
  submittedAt: StoredInstant;
  acceptedAt: StoredInstant | null;
  due: StoredInstant | null;
};

/** A part of a WHERE clause with its values. */
type Condition = readonly [sql: string, ...values: unknown[]];

const COUNTED = ['mine', 'unassigned', 'open', 'overdue', 'accepted'] as const satisfies readonly IntakeBox[];
const SHARED_COLUMNS =
  'id, reference, title, theme, state, submittedAt, acceptedAt, intakeDue AS due, assigneeAccountId, version';
/** What each table gives of a row; a voice lies at the office, where all voices go. */
const TABLES = {
  opinion: {
    table: 'opinions',
    columns: `${SHARED_COLUMNS}, 'opinion' AS kind, kind AS opinionKind, desk, deskUnitId`,
  },
  sector_voice: {
    table: 'sector_voices',
    columns: `${SHARED_COLUMNS}, 'sector_voice' AS kind, NULL AS opinionKind, 'office' AS desk, NULL AS deskUnitId`,
  },
} as const;
/** COALESCE hides the state from the choice of an index: by that of desk and time a page reads only its own rows, already in order. */
const SEEN = `COALESCE(state, '') IN (${SEEN_BY_DESK.map((state) => `'${state}'`).join(', ')})`;

/** The intake queue of the desks at which somebody sits: plain rows, one statement a table and page. */
@Injectable()
export class IntakeQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page of a box: the longest waiting first, in `all` the latest first. @throws {Problem} 422 for a broken cursor. */
  async page(actor: Actor, filter: IntakeFilter, cursor: string | undefined, limit: number): Promise<Page<IntakeRow>> {
    const latestFirst = filter.box === 'all';
    const sort = filter.box === 'accepted' ? 'acceptedAt' : 'submittedAt';
    const place = decodeCursor(cursor);
    const sign = latestFirst ? '<' : '>';
    const after: Condition[] = place
      ? [[`(${sort} ${sign} ? OR (${sort} = ? AND id ${sign} ?))`, place.sort, place.sort, place.id]]
      : [];
    const kinds = this.kindsFor(actor, filter);
    const order = latestFirst ? `${sort} DESC, id DESC` : `${sort}, id`;
    const found = await Promise.all(
      kinds.map((kind) => {
        const conditions = [...this.conditions(actor, kind, filter), ...after];
        return this.select(kind, conditions, `ORDER BY ${order} LIMIT ${limit + 1}`);
      }),
    );
    const key = (row: IntakeRow) =>
      `${toStored((sort === 'acceptedAt' ? row.acceptedAt : null) ?? row.submittedAt)} ${row.id}`;
    const rows = found.flat().sort((a, b) => (key(a) < key(b) ? -1 : 1) * (latestFirst ? -1 : 1));
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    const sortOf = (row: IntakeRow) => toStored((sort === 'acceptedAt' ? row.acceptedAt : null) ?? row.submittedAt);
    return { items, nextCursor: more ? encodeCursor({ sort: sortOf(last), id: last.id }) : null };
  }

  /** How many wait in each box. */
  async counts(actor: Actor): Promise<IntakeSums> {
    const sums: IntakeSums = { mine: 0, unassigned: 0, open: 0, overdue: 0, accepted: 0 };
    for (const kind of this.kindsFor(actor, {})) {
      const boxes = COUNTED.map((box) => this.boxCondition(actor, box));
      const [where, ...values] = all([...this.deskConditions(actor, kind), ["state IN ('submitted', 'accepted')"]]);
      const [row] = await this.database.read.query<Record<string, number | string | null>[]>(
        `SELECT ${boxes.map(([sql], index) => `SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END) AS box${index}`).join(', ')}
         FROM ${TABLES[kind].table} WHERE ${where}`,
        [...boxes.flatMap(([, ...given]) => given), ...values],
      );
      for (const [index, box] of COUNTED.entries()) sums[box] += Number(row?.[`box${index}`] ?? 0);
    }
    return sums;
  }

  /** One submission, if it lies at a desk of this actor; else null. */
  async find(actor: Actor, kind: SubmissionKind, id: string): Promise<IntakeRow | null> {
    if (!this.kindsFor(actor, {}).includes(kind)) return null;
    const conditions: Condition[] = [['id = ?', id], ...this.deskConditions(actor, kind), [SEEN]];
    return (await this.select(kind, conditions, ''))[0] ?? null;
  }

  private async select(kind: SubmissionKind, conditions: readonly Condition[], end: string): Promise<IntakeRow[]> {
    const { table, columns } = TABLES[kind];
    const [where, ...values] = all(conditions);
    const rows = await this.database.read.query<StoredRow[]>(
      `SELECT ${columns} FROM ${table} WHERE ${where} ${end}`,
      values,
    );
    return rows.map((row) => ({
      ...row,
      theme: row.theme ?? 'other',
      submittedAt: asDate(row.submittedAt),
      acceptedAt: row.acceptedAt === null ? null : asDate(row.acceptedAt),
      due: row.due === null ? null : asDate(row.due),
    }));
  }

  /** Which tables hold anything for this actor and filter. */
  private kindsFor(actor: Actor, { desk, kind }: Pick<IntakeFilter, 'desk' | 'kind'>): SubmissionKind[] {
    const places = desksOf(actor).filter((place) => !desk || place.desk === desk);
    const kinds: SubmissionKind[] = [];
    if (places.length > 0 && kind !== 'sector_voice') kinds.push('opinion');
    if (places.includes(OFFICE_DESK) && (!kind || kind === 'sector_voice')) kinds.push('sector_voice');
    return kinds;
  }

  private deskConditions(actor: Actor, kind: SubmissionKind, desk?: OpinionDesk): Condition[] {
    if (kind === 'sector_voice') return [];
    const places = desksOf(actor).filter((place) => !desk || place.desk === desk);
    const sql = places.map(({ deskUnitId }) => `(desk = ? AND deskUnitId ${deskUnitId === null ? 'IS NULL' : '= ?'})`);
    const values = places.flatMap((place) =>
      place.deskUnitId === null ? [place.desk] : [place.desk, place.deskUnitId],
    );
    return [[`(${sql.join(' OR ')})`, ...values]];
  }

  private conditions(actor: Actor, kind: SubmissionKind, filter: IntakeFilter): Condition[] {
    const conditions = [...this.deskConditions(actor, kind, filter.desk), this.boxCondition(actor, filter.box)];
    if (kind === 'opinion' && filter.kind) conditions.push(['kind = ?', filter.kind]);
    if (filter.theme) conditions.push(['theme = ?', filter.theme]);
    if (filter.sectorId) conditions.push(['sectorId = ?', filter.sectorId]);
    if (filter.assigneeId) conditions.push(['assigneeAccountId = ?', filter.assigneeId]);
    if (filter.query) {
      const like = `%${escapeLike(filter.query)}%`;
      conditions.push(["(title LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!')", like, like]);
    }
    return conditions;
  }

  private boxCondition(actor: Actor, box: IntakeBox): Condition {
    switch (box) {
      case 'mine':
        return ["assigneeAccountId = ? AND state IN ('submitted', 'accepted')", actor.accountId];
      case 'unassigned':
        return ["state = 'submitted' AND assigneeAccountId IS NULL"];
      case 'open':
        return ["state = 'submitted'"];
      case 'overdue':
        return ["state = 'submitted' AND intakeDue < ?", toStored(this.clock.now())];
      case 'accepted':
        return ["state = 'accepted'"];
      case 'waiting_longest':
        return ["state IN ('submitted', 'accepted')"];
      case 'all':
        return [SEEN];
    }
  }
}

function all(conditions: readonly Condition[]): Condition {
  return [conditions.map(([sql]) => sql).join(' AND '), ...conditions.flatMap(([, ...values]) => values)];
}
