import type { IntakeBox, OpinionDesk, OpinionKind, OpinionState, OpinionTheme, SubmissionKind } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { asDate, type StoredInstant, toStored } from '../../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { escapeLike } from '../../platform/database/like.js';
import { SEEN_BY_DESK, sitsAt } from '../opinions.policy.js';
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

/** A part of the queue that one index holds in its order: what lies in one table, at one desk, in one state. */
interface Stretch {
  readonly kind: SubmissionKind;
  readonly conditions: readonly Condition[];
}

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
/** The states that a box holds; `all` holds every one that a desk sees. */
const BOX_STATES: Record<Exclude<IntakeBox, 'all'>, readonly OpinionState[]> = {
  mine: ['submitted', 'accepted'],
  unassigned: ['submitted'],
  open: ['submitted'],
  overdue: ['submitted'],
  accepted: ['accepted'],
  waiting_longest: ['submitted', 'accepted'],
};
/** COALESCE hides the state from the choice of an index: by that of desk and time a page reads only its own rows, already in order. */
const SEEN = `COALESCE(state, '') IN (${quoted(SEEN_BY_DESK)})`;

/** The intake queue of the desks at which somebody sits: plain rows, read stretch by stretch and put together. */
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
    const placeOf = (row: IntakeRow) => ({ sort: toStored(row[sort] ?? row.submittedAt), id: row.id });
    const conditions = [...boxConditions(actor, filter.box, this.clock.now()), ...filterConditions(filter)];
    const place = decodeCursor(cursor);
    if (place) {
      const sign = latestFirst ? '<' : '>';
      conditions.push([`(${sort} ${sign} ? OR (${sort} = ? AND id ${sign} ?))`, place.sort, place.sort, place.id]);
    }
    const end = `ORDER BY ${latestFirst ? `${sort} DESC, id DESC` : `${sort}, id`} LIMIT ${limit + 1}`;
    const found = await Promise.all(
      stretchesOf(actor, filter).map((one) => this.select(one.kind, [...one.conditions, ...conditions], end)),
    );
    const key = (row: IntakeRow) => Object.values(placeOf(row)).join(' ');
    const rows = found.flat().sort((a, b) => (key(a) < key(b) ? -1 : 1) * (latestFirst ? -1 : 1));
    return toPage(rows, limit, placeOf, (row) => row);
  }

  /** How many wait in each box. */
  async counts(actor: Actor): Promise<IntakeSums> {
    const sums: IntakeSums = { mine: 0, unassigned: 0, open: 0, overdue: 0, accepted: 0 };
    const boxes = COUNTED.map((box) =>
      all([[`state IN (${quoted(BOX_STATES[box])})`], ...boxConditions(actor, box, this.clock.now())]),
    );
    const columns = boxes.map(([sql], index) => `SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END) AS box${index}`).join(', ');
    for (const { kind, conditions } of stretchesOf(actor, { box: 'waiting_longest' })) {
      const [where, ...values] = all(conditions);
      const [row] = await this.database.read.query<Record<string, number | string | null>[]>(
        `SELECT ${columns} FROM ${TABLES[kind].table} WHERE ${where}`,
        [...boxes.flatMap(([, ...given]) => given), ...values],
      );
      for (const [index, box] of COUNTED.entries()) sums[box] += Number(row?.[`box${index}`] ?? 0);
    }
    return sums;
  }

  /** One submission, if it lies at a desk of this actor; else null. */
  async find(actor: Actor, kind: SubmissionKind, id: string): Promise<IntakeRow | null> {
    const [row] = await this.select(kind, [['id = ?', id], [SEEN]], '');
    return row && sitsAt(actor, row) ? row : null;
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
}

/** The stretches that may hold something for an actor and a filter. Voices lie at the office. */
function stretchesOf(actor: Actor, { box, desk, kind }: Pick<IntakeFilter, 'box' | 'desk' | 'kind'>): Stretch[] {
  const states: Condition[] = box === 'all' ? [[SEEN]] : BOX_STATES[box].map((state) => ['state = ?', state]);
  const places = desksOf(actor).filter((place) => !desk || place.desk === desk);
  const stretches: Stretch[] = [];
  for (const place of kind === 'sector_voice' ? [] : places) {
    const lying: Condition =
      place.deskUnitId === null
        ? ['desk = ? AND deskUnitId IS NULL', place.desk]
        : ['desk = ? AND deskUnitId = ?', place.desk, place.deskUnitId];
    const ofKind: Condition[] = kind ? [['kind = ?', kind]] : [];
    stretches.push(...states.map((state): Stretch => ({ kind: 'opinion', conditions: [lying, state, ...ofKind] })));
  }
  if (places.includes(OFFICE_DESK) && (!kind || kind === 'sector_voice')) {
    stretches.push(...states.map((state): Stretch => ({ kind: 'sector_voice', conditions: [state] })));
  }
  return stretches;
}

/** What a box asks for besides the state. */
function boxConditions({ accountId }: Actor, box: IntakeBox, now: Date): Condition[] {
  if (box === 'mine') return [['assigneeAccountId = ?', accountId]];
  if (box === 'unassigned') return [['assigneeAccountId IS NULL']];
  return box === 'overdue' ? [['intakeDue < ?', toStored(now)]] : [];
}

function filterConditions({ theme, sectorId, assigneeId, query }: IntakeFilter): Condition[] {
  const conditions: Condition[] = [];
  if (theme) conditions.push(['theme = ?', theme]);
  if (sectorId) conditions.push(['sectorId = ?', sectorId]);
  if (assigneeId) conditions.push(['assigneeAccountId = ?', assigneeId]);
  if (query) {
    const like = `%${escapeLike(query)}%`;
    conditions.push(["(title LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!')", like, like]);
  }
  return conditions;
}

function all(conditions: readonly Condition[]): Condition {
  return [conditions.map(([sql]) => sql).join(' AND '), ...conditions.flatMap(([, ...values]) => values)];
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
