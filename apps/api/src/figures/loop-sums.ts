import type { LoopStep } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { KeptDimension } from './loop-figure.entity.js';
import type { LoopPeriod, LoopScope } from './loop-period.js';

/** Letters that came to a step after so many days. `group` is the month, or the part where all parts were asked for. */
export interface LoopSum {
  readonly group: string;
  readonly step: LoopStep;
  readonly days: number;
  readonly letters: number;
  readonly stars: number;
}

type Row = Record<'group' | 'step', string> & Record<'days' | 'letters' | 'stars', number | string>;

/** Where a change keeps the part of each dimension. */
const COLUMNS: Record<KeptDimension, string> = {
  all: "''",
  sector: 'sectorId',
  township: 'townshipId',
  category: 'category',
};
const GROUP = 'grouped';

/**
 * Reads the figures: what is folded and what is not yet, in one statement and so of one moment. Folding moves letters from one to the
 * other in one transaction, so that nothing is ever seen twice or not at all.
 */
@Injectable()
export class LoopSums {
  constructor(private readonly database: Database) {}

  /** The figures of one part, by month. */
  byMonth({ dimension, part }: LoopScope, period: LoopPeriod): Promise<LoopSum[]> {
    const only = dimension === 'all' ? '' : `AND ${COLUMNS[dimension]} = ?`;
    return this.sums('month', dimension, 'AND part = ?', only, period, [part], dimension === 'all' ? [] : [part]);
  }

  /** The figures of every part of a dimension, all months together. */
  byPart(dimension: Exclude<KeptDimension, 'all'>, period: LoopPeriod): Promise<LoopSum[]> {
    return this.sums(COLUMNS[dimension], dimension, '', '', period, [], []);
  }

  private async sums(
    group: string,
    dimension: KeptDimension,
    ofFigures: string,
    ofChanges: string,
    { from, to }: LoopPeriod,
    figureValues: readonly string[],
    changeValues: readonly string[],
  ): Promise<LoopSum[]> {
    const kept = group === 'month' ? 'month' : 'part';
    const rows = await this.database.read.query<(Omit<Row, 'group'> & { [GROUP]: string })[]>(
      `SELECT ${GROUP}, step, days, SUM(letters) AS letters, SUM(stars) AS stars FROM (
         SELECT ${kept} AS ${GROUP}, step, days, letters, stars FROM loop_figures
         WHERE dimension = ? ${ofFigures} AND month BETWEEN ? AND ?
         UNION ALL
         SELECT ${group} AS ${GROUP}, step, days, letters, stars FROM loop_changes
         WHERE month BETWEEN ? AND ? ${ofChanges}
       ) summed GROUP BY ${GROUP}, step, days HAVING SUM(letters) <> 0 ORDER BY ${GROUP}, step, days`,
      [dimension, ...figureValues, from, to, from, to, ...changeValues],
    );
    return rows.map((row) => ({
      group: row[GROUP],
      step: row.step as LoopStep,
      days: Number(row.days),
      letters: Number(row.letters),
      stars: Number(row.stars),
    }));
  }
}
