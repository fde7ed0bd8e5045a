import { NATIONAL_SECTORS } from '@lianxin/shared';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/abilities/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Database, isUniqueViolation } from '../platform/database/database.js';
import { fieldInvalid, notFound, versionConflict } from '../platform/problems/problem.js';
import {
  type ChangeDirectoryUnit,
  type CreateDirectoryUnit,
  type DirectoryUnit,
  type DirectoryUnitsQuery,
  UNIT_KIND_LABELS,
  UNIT_KINDS,
  type UnitKind,
} from './directory-units.dto.js';
import { Member } from './member.entity.js';
import { Unit } from './unit.entity.js';

/** Keeps sectors, special committees and townships. */
@Injectable()
export class DirectoryUnitsService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** A new installation starts with the national committee's sectors. */
  async onApplicationBootstrap(): Promise<void> {
    await this.ensureSectors();
  }

  /** Fills in the 34 national sectors while there is no unit at all. Several copies may do so together: one of them wins. */
  async ensureSectors(): Promise<void> {
    if (await this.database.read.existsBy(Unit, {})) return;
    const sectors = NATIONAL_SECTORS.map((name, index) => ({
      id: uuidv7(),
      kind: 'sector' as const,
      name,
      position: index + 1,
      active: true,
    }));
    try {
      await this.database.write((manager) => manager.insert(Unit, sectors));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Units by kind and place, with their numbers of active members. */
  async list({ kind, includeInactive }: DirectoryUnitsQuery): Promise<DirectoryUnit[]> {
    const units = await this.database.read.find(Unit, {
      where: { ...(kind && { kind }), ...(!includeInactive && { active: true }) },
      order: { position: 'ASC', name: 'ASC' },
    });
    const counts = await this.memberCounts(units);
    const inOrder = [...units].sort((a, b) => UNIT_KINDS.indexOf(a.kind) - UNIT_KINDS.indexOf(b.kind));
    return inOrder.map((unit) => ({ ...unit, memberCount: counts.get(unit.id) ?? 0 }));
  }

  /** The names of units by id; unknown ids are left out. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const units = await this.database.read.query<Pick<Unit, 'id' | 'name'>[]>(
      `SELECT id, name FROM directory_units WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
    return new Map(units.map(({ id, name }) => [id, name]));
  }

  /**
   * Checks that a unit may be chosen.
   * @throws {Problem} 422 on `field` when there is no such unit of this kind, or it is no longer in use.
   */
  async requireChoosable(kind: UnitKind, id: string, field: string): Promise<void> {
    const found = await this.database.read.query<unknown[]>(
      'SELECT 1 FROM directory_units WHERE id = ? AND kind = ? AND active = 1',
      [id, kind],
    );
    if (found.length > 0) return;
    const label = UNIT_KIND_LABELS[kind];
    throw fieldInvalid(field, 'unit_unknown', `所选的${label}不存在或已停用，请重新选择。`);
  }

  /** Adds a unit at the end of its kind, on record. @throws {Problem} 422 when the name is taken. */
  async create(actor: Actor, { kind, name }: CreateDirectoryUnit): Promise<DirectoryUnit> {
    return this.database.write(async (manager) => {
      const last = await manager.maximum(Unit, 'position', { kind });
      const unit = { id: uuidv7(), kind, name, position: (last ?? 0) + 1, active: true };
      await orNameTaken(kind, name, manager.insert(Unit, unit));
      await this.record(actor, 'directory_unit.create', unit.id, { kind, name });
      return { ...unit, memberCount: 0, version: 1 };
    });
  }

  /** Changes a unit, on record. @throws {Problem} 404, 409 for a stale version, 422 when the name is taken. */
  async change(actor: Actor, id: string, { version, ...change }: ChangeDirectoryUnit): Promise<DirectoryUnit> {
    return this.database.write(async (manager) => {
      const unit = await manager.findOneBy(Unit, { id });
      if (!unit) throw notFound('这一项');
      const name = change.name ?? unit.name;
      const write = manager.update(Unit, { id, version }, { ...change, name });
      const { affected } = await orNameTaken(unit.kind, name, write);
      const current = await this.withCount(await manager.findOneByOrFail(Unit, { id }));
      if (!affected) throw versionConflict(current);
      await this.record(actor, 'directory_unit.change', id, change);
      return current;
    });
  }

  private async withCount(unit: Unit): Promise<DirectoryUnit & Record<string, unknown>> {
    const counts = await this.memberCounts([unit]);
    return { ...unit, memberCount: counts.get(unit.id) ?? 0 };
  }

  private async memberCounts(units: readonly Unit[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const kind of new Set(units.map((unit) => unit.kind))) {
      const rows = await this.database.read
        .createQueryBuilder(Member, 'member')
        .select(`member.${kind}Id`, 'unitId')
        .addSelect('COUNT(*)', 'members')
        .where('member.active = :active', { active: true })
        .groupBy(`member.${kind}Id`)
        .getRawMany<{ unitId: string | null; members: number | string }>();
      for (const { unitId, members } of rows) if (unitId) counts.set(unitId, Number(members));
    }
    return counts;
  }

  private record(actor: Actor, action: string, subjectId: string, facts: object): Promise<void> {
    return this.audit.append({
      accountId: actor.accountId,
      action,
      subjectKind: 'directory_unit',
      subjectId,
      facts: { ...facts },
    });
  }
}

async function orNameTaken<T>(kind: UnitKind, name: string, write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw fieldInvalid('name', 'name_taken', `已经有名为“${name}”的${UNIT_KIND_LABELS[kind]}，请换一个名称。`);
  }
}
