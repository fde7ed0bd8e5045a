import { readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/abilities/actor.js';
import { assetPath } from '../platform/assets.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, isUniqueViolation } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import type { UploadedFile } from '../platform/http/upload.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { actionNotAllowed, notFound, Problem } from '../platform/problems/problem.js';
import { Member } from './member.entity.js';
import { type MemberRow, SELECT_MEMBERS } from './member-rows.js';
import { searchKeysOf } from './member-search-keys.js';
import { type CheckedLine, checkRoster, type DirectoryNow } from './roster-check.js';
import type { RosterCells } from './roster-columns.js';
import { readRoster, writeRoster } from './roster-sheet.js';
import { RosterRow, RosterUpload } from './roster-upload.entity.js';
import type { ConfirmRoster, Roster, RosterProblem } from './rosters.dto.js';
import { Unit } from './unit.entity.js';

const KEEP_UNCONFIRMED_DAYS = 7;
const ROWS_A_STATEMENT = 200;

/** Brings members in from Excel files and out again. */
@Injectable()
export class RostersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Rosters that nobody confirmed go after a week. */
  onModuleInit(): void {
    this.jobs.register('directory.rosters', 3600, () => this.purgeUnconfirmed());
  }

  /** Keeps an uploaded roster and says what importing it would do. @throws {Problem} 422 for what is not a roster. */
  async check(actor: Actor, file: UploadedFile): Promise<Roster> {
    const lines = await readRoster(file.bytes);
    const id = uuidv7();
    await this.database.write(async (manager) => {
      await manager.insert(RosterUpload, {
        id,
        fileName: file.name,
        state: 'checked',
        uploadedBy: actor.accountId,
        uploadedAt: this.clock.now(),
        importedAt: null,
        ...{ toCreate: 0, toUpdate: 0, unchanged: 0 },
      });
      for (const some of inParts(lines)) {
        await manager.insert(
          RosterRow,
          some.map(({ line, cells, misread }) => ({ rosterId: id, line, cells, misread, problems: [] })),
        );
      }
    });
    return this.show(id);
  }

  /** What importing would do as the directory is now, or what the import did. @throws {Problem} 404. */
  async show(id: string): Promise<Roster> {
    const upload = await this.database.read.findOneBy(RosterUpload, { id });
    if (!upload) throw notFound('这份名册');
    const rows = await this.rowsOf(this.database.read, id);
    const imported = upload.state === 'imported';
    const checked = imported ? [] : await checkRoster(rows, await this.directoryNow(this.database.read));
    const { toCreate, toUpdate, unchanged } = imported ? upload : countsOf(checked);
    return {
      id,
      fileName: upload.fileName,
      state: upload.state,
      uploadedAt: asIso(upload.uploadedAt),
      rows: rows.length,
      ...{ toCreate, toUpdate, unchanged },
      problems: imported ? rows.flatMap(({ problems }) => problems) : problemsOf(checked),
      importedAt: upload.importedAt && asIso(upload.importedAt),
    };
  }

  /**
   * Checks once more and imports, all or nothing, on record. Confirming what is imported changes nothing, so two at once are safe.
   * @throws {Problem} 404; 409 `roster_has_problems` when rows have problems and they are not to be skipped.
   */
  async confirm(actor: Actor, id: string, { skipProblems }: ConfirmRoster): Promise<Roster> {
    try {
      await this.import(actor, id, skipProblems);
    } catch (error) {
      // Another roster brought in one of these members at the same moment: checked anew, it is there already.
      if (!isUniqueViolation(error)) throw error;
      await this.import(actor, id, skipProblems);
    }
    return this.show(id);
  }

  /** Throws a checked roster away. @throws {Problem} 404, 409 when it was imported. */
  async discard(id: string): Promise<void> {
    await this.database.write(async (manager) => {
      const { affected } = await manager.delete(RosterUpload, { id, state: 'checked' });
      if (affected) {
        await manager.delete(RosterRow, { rosterId: id });
        return;
      }
      if (!(await manager.existsBy(RosterUpload, { id }))) throw notFound('这份名册');
      throw actionNotAllowed('这份名册已经导入，不能再放弃。如需改正，请导入新的名册。');
    });
  }

  /** The blank roster, as it lies among the assets. */
  template(): Promise<Buffer> {
    return readFile(assetPath('roster-template.xlsx'));
  }

  /** The active members as a roster by number, on record. Importing it changes nothing. */
  async export(actor: Actor): Promise<Buffer> {
    const rows = await this.database.read.query<(MemberRow & { bio: string | null })[]>(
      `${SELECT_MEMBERS.replace('SELECT ', 'SELECT m.bio, ')} WHERE m.active = 1 ORDER BY m.number`,
    );
    await this.audit.append({
      accountId: actor.accountId,
      action: 'roster.export',
      subjectKind: 'roster',
      subjectId: '',
      facts: { members: rows.length },
    });
    return writeRoster(rows.map(toCells));
  }

  /** Removes rosters that nobody confirmed within a week. */
  async purgeUnconfirmed(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_UNCONFIRMED_DAYS * 86_400_000);
    const stale = await this.database.read.findBy(RosterUpload, { state: 'checked', uploadedAt: LessThan(before) });
    for (const { id } of stale) await this.discard(id);
  }

  private async import(actor: Actor, id: string, skipProblems: boolean): Promise<void> {
    await this.database.write(async (manager) => {
      const importedAt = this.clock.now();
      const ready = { id, state: 'checked' as const };
      const { affected } = await manager.update(RosterUpload, ready, { state: 'imported', importedAt });
      if (!affected) return;
      const checked = await checkRoster(await this.rowsOf(manager, id), await this.directoryNow(manager));
      const problems = problemsOf(checked);
      if (problems.length > 0 && !skipProblems) throw hasProblems(problems.length);
      await this.apply(manager, id, checked);
      const counts = countsOf(checked);
      await manager.update(RosterUpload, { id }, counts);
      await this.audit.append({
        accountId: actor.accountId,
        action: 'roster.import',
        subjectKind: 'roster',
        subjectId: id,
        facts: { ...counts, problems: problems.length },
      });
    });
  }

  private rowsOf(manager: EntityManager, rosterId: string): Promise<RosterRow[]> {
    return manager.find(RosterRow, { where: { rosterId }, order: { line: 'ASC' } });
  }

  private async directoryNow(manager: EntityManager): Promise<DirectoryNow> {
    return { units: await manager.find(Unit), members: await manager.find(Member) };
  }

  private async apply(manager: EntityManager, rosterId: string, checked: readonly CheckedLine[]): Promise<void> {
    const created = checked.flatMap((line) => (line.outcome === 'create' ? [line.member] : []));
    for (const some of inParts(created)) {
      const figures = { letters: 0, answered: 0, usualAnswerHours: null, portraitPhotoId: null };
      await manager.insert(
        Member,
        some.map((member) => ({ id: uuidv7(), ...member, ...searchKeysOf(member), ...figures })),
      );
    }
    for (const line of checked) {
      if (line.outcome === 'update') {
        await manager.update(Member, { id: line.id }, { ...line.member, ...searchKeysOf(line.member) });
      }
      if (line.outcome === 'problem') {
        await manager.update(RosterRow, { rosterId, line: line.line }, { problems: line.problems });
      }
    }
  }
}

function* inParts<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += ROWS_A_STATEMENT) yield items.slice(from, from + ROWS_A_STATEMENT);
}

function problemsOf(checked: readonly CheckedLine[]): RosterProblem[] {
  return checked.flatMap((line) => (line.outcome === 'problem' ? line.problems : []));
}

function countsOf(checked: readonly CheckedLine[]): Pick<Roster, 'toCreate' | 'toUpdate' | 'unchanged'> {
  const count = (outcome: CheckedLine['outcome']) => checked.filter((line) => line.outcome === outcome).length;
  return { toCreate: count('create'), toUpdate: count('update'), unchanged: count('unchanged') };
}

function hasProblems(count: number): Problem {
  return new Problem({
    status: 409,
    code: 'roster_has_problems',
    detail: `名册里有 ${count} 处问题。请改正后重新上传，或选择跳过有问题的行。`,
    extensions: { problems: count },
  });
}

function toCells(row: MemberRow & { bio: string | null }): RosterCells {
  const { number, name, workUnit, post, field, term } = row;
  return {
    ...{ number, name, workUnit, post, field, term },
    sector: row.sectorName,
    committee: row.committeeName ?? '',
    township: row.townshipName ?? '',
    bio: row.bio ?? '',
  };
}
