import { type FilteredList, LIMITS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { actionNotAllowed, notFound } from '../platform/problems/problem.js';
import type { SavedFilterView, SaveFilter } from './desk.dto.js';
import { SavedFilter } from './saved-filter.entity.js';

function view({ id, list, name, filters }: SavedFilter): SavedFilterView {
  return { id, list, name, filters };
}

/** Filters that people keep for themselves. */
@Injectable()
export class SavedFiltersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The own filters of a list, in the order in which they were made. */
  async list({ accountId }: Actor, list: FilteredList): Promise<SavedFilterView[]> {
    return (await this.database.read.find(SavedFilter, { where: { accountId, list }, order: { id: 'ASC' } })).map(view);
  }

  /** Keeps filters under a name, in place of those that had it. @throws {Problem} 409 when there are as many as one may have. */
  async save({ accountId }: Actor, { list, name, filters }: SaveFilter): Promise<SavedFilterView> {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    return this.database.write(async (manager) => {
      const before = await manager.findOneBy(SavedFilter, { accountId, list, name });
      if (before) {
        await manager.update(SavedFilter, { id: before.id }, { filters: given });
        return view({ ...before, filters: given });
      }
      if ((await manager.countBy(SavedFilter, { accountId, list })) >= LIMITS.savedFilters) {
        throw actionNotAllowed(`最多保存 ${LIMITS.savedFilters} 组筛选，请先删去不用的。`);
      }
      const filter = { id: uuidv7(), accountId, list, name, filters: given, createdAt: this.clock.now() };
      await manager.insert(SavedFilter, { ...filter });
      return view(filter);
    });
  }

  /** Forgets a filter. @throws {Problem} 404 when it is not one's own. */
  async remove({ accountId }: Actor, id: string): Promise<void> {
    const { affected } = await this.database.write((manager) => manager.delete(SavedFilter, { id, accountId }));
    if (!affected) throw notFound('这组筛选');
  }
}
