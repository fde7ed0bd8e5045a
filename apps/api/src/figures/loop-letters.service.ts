import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { LetterSourcesService } from '../mailbox/letter-sources.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asDate, asIso, type StoredInstant } from '../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../platform/database/keyset.js';
import type { LoopLetter, LoopLettersQuery } from './figures.dto.js';
import type { LetterProgress } from './letter-progress.entity.js';
import { type LoopPeriod, type LoopScope, partOf, periodOf } from './loop-period.js';
import { cameTo, daysTo, furthestOf, STEP_COLUMNS } from './loop-progress.js';

type Row = {
  readonly [Key in keyof LetterProgress]: Date extends LetterProgress[Key] ? StoredInstant | null : LetterProgress[Key];
};

const INSTANTS = Object.values(STEP_COLUMNS);
const COLUMNS = ['letterId', 'month', 'sectorId', 'townshipId', 'category', 'inTime', 'stars', ...INSTANTS].join(', ');

/** The letters behind the figures, by the very rows that were counted. */
@Injectable()
export class LoopLettersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letters: LetterSourcesService,
    private readonly units: DirectoryUnitsService,
  ) {}

  /** One page, those delivered in the latest month first. */
  async list({ step, cursor, limit, ...query }: LoopLettersQuery): Promise<Page<LoopLetter>> {
    const { conditions, values } = conditionsOf(partOf(query), periodOf(query, this.clock.now()), cursor);
    const reached =
      step === 'answered_in_time' ? 'answeredAt IS NOT NULL AND inTime = 1' : `${STEP_COLUMNS[step]} IS NOT NULL`;
    const rows = await this.database.read.query<Row[]>(
      `SELECT ${COLUMNS} FROM letter_progress WHERE ${conditions} AND ${reached}
       ORDER BY month DESC, letterId DESC LIMIT ${limit + 1}`,
      values,
    );
    const page = toPage(rows, limit, ({ month, letterId }) => ({ sort: month, id: letterId }), toProgress);
    const { items } = page;
    const briefs = await this.letters.briefsOf(items.map(({ letterId }) => letterId));
    const names = await this.units.namesOf([
      ...new Set(items.flatMap(({ sectorId, townshipId }) => [sectorId, townshipId ?? ''].filter(Boolean))),
    ]);
    return {
      items: items.map((progress) => ({
        letterId: progress.letterId,
        reference: briefs.get(progress.letterId)?.reference ?? '',
        title: briefs.get(progress.letterId)?.title ?? '',
        category: progress.category,
        sectorName: names.get(progress.sectorId) ?? '',
        townshipName: names.get(progress.townshipId ?? '') ?? null,
        month: progress.month,
        at: asIso(cameTo(progress, step) ?? progress.deliveredAt),
        days: daysTo(progress, step),
        furthest: furthestOf(progress),
      })),
      nextCursor: page.nextCursor,
    };
  }
}

function conditionsOf({ dimension, part }: LoopScope, { from, to }: LoopPeriod, cursor: string | undefined) {
  const place = decodeCursor(cursor);
  const conditions = ['month BETWEEN ? AND ?'];
  const values: unknown[] = [from, place ? String(place.sort) : to];
  if (dimension !== 'all') {
    const column = { sector: 'sectorId', township: 'townshipId', category: 'category' }[dimension];
    conditions.push(part === '' ? `${column} IS NULL` : `${column} = ?`);
    if (part !== '') values.push(part);
  }
  if (place) {
    conditions.push('(month < ? OR letterId < ?)');
    values.push(place.sort, place.id);
  }
  return { conditions: conditions.join(' AND '), values };
}

function toProgress(row: Row): LetterProgress {
  const instants = Object.fromEntries(
    INSTANTS.map((column) => [column, row[column] === null ? null : asDate(row[column])]),
  );
  return { ...row, inTime: Boolean(row.inTime), ...instants } as LetterProgress;
}
