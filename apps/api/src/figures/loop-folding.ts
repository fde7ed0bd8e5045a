import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { LoopChange } from './loop-change.entity.js';
import { KEPT_DIMENSIONS, type KeptDimension, type LoopFigure } from './loop-figure.entity.js';

const EVERY_SECONDS = 60;
const BATCH = 2000;
const ROWS_AT_ONCE = 500;

/**
 * Folds the changes into the figures, each once, in the background: whoever counts a letter only appends, so that nobody waits for
 * anybody, and reads add what is not folded yet.
 */
@Injectable()
export class LoopFolding implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register('figures.fold', EVERY_SECONDS, () => this.fold());
  }

  /** Folds everything there is. @returns how many changes were folded. */
  async fold(): Promise<number> {
    let folded = 0;
    for (;;) {
      const some = await this.database.write((manager) => this.foldSome(manager));
      folded += some;
      if (some < BATCH) return folded;
    }
  }

  private async foldSome(manager: EntityManager): Promise<number> {
    const query = manager.createQueryBuilder(LoopChange, 'change').orderBy('change.id').limit(BATCH);
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    const changes = await query.getMany();
    if (changes.length === 0) return 0;
    const figures = sumsOf(changes);
    for (let at = 0; at < figures.length; at += ROWS_AT_ONCE) {
      await this.addTo(manager, figures.slice(at, at + ROWS_AT_ONCE));
    }
    await manager.delete(
      LoopChange,
      changes.map(({ id }) => id),
    );
    return changes.length;
  }

  private async addTo(manager: EntityManager, figures: readonly LoopFigure[]): Promise<void> {
    const rows = figures.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ');
    const values = figures.flatMap((one) => [
      one.dimension,
      one.part,
      one.month,
      one.step,
      one.days,
      one.letters,
      one.stars,
    ]);
    const raise = this.database.isSqlite
      ? 'ON CONFLICT DO UPDATE SET letters = letters + excluded.letters, stars = stars + excluded.stars'
      : 'ON DUPLICATE KEY UPDATE letters = letters + VALUES(letters), stars = stars + VALUES(stars)';
    await manager.query(
      `INSERT INTO loop_figures (dimension, part, month, step, days, letters, stars) VALUES ${rows} ${raise}`,
      values,
    );
  }
}

function partOf(change: LoopChange, dimension: KeptDimension): string {
  const parts = { all: '', sector: change.sectorId, township: change.townshipId, category: change.category };
  return parts[dimension];
}

/** Changes added up by the figure that they go into, in the order of the keys. */
function sumsOf(changes: readonly LoopChange[]): LoopFigure[] {
  const sums = new Map<string, LoopFigure>();
  for (const change of changes) {
    for (const dimension of KEPT_DIMENSIONS) {
      const { month, step, days } = change;
      const part = partOf(change, dimension);
      const key = [dimension, part, month, step, days].join(' ');
      const sum = sums.get(key) ?? { dimension, part, month, step, days, letters: 0, stars: 0 };
      sums.set(key, { ...sum, letters: sum.letters + change.letters, stars: sum.stars + change.stars });
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, sum]) => (sum.letters === 0 && sum.stars === 0 ? [] : [sum]));
}
