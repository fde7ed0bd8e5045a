import type { SubmissionRef } from '@lianxin/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import { IntakeQueue } from '../opinions/intake/intake-queue.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, isUniqueViolation } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { notFound } from '../platform/problems/problem.js';
import type { DeskPresences } from './desk.dto.js';
import { DeskColleagues } from './desk-colleagues.js';
import { DeskPresence } from './desk-presence.entity.js';

/** How long somebody counts as present who has not said so again: three heartbeats. */
const PRESENT_MILLISECONDS = 90_000;
const PURGE_EVERY_SECONDS = 3600;

/** Who has which submission open, so that two do not do the same work. */
@Injectable()
export class DeskPresencesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: IntakeQueue,
    private readonly people: DeskColleagues,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register('desk.presences', PURGE_EVERY_SECONDS, () => this.purge());
  }

  /** Says that the actor has it open. @returns who else has. @throws {Problem} 404 when it does not lie at a desk of this actor. */
  async say(actor: Actor, { kind, id }: SubmissionRef): Promise<DeskPresences> {
    if (!(await this.queue.find(actor, kind, id))) throw notFound('这件意见');
    const { accountId } = actor;
    const at = this.clock.now();
    const name = (await this.people.namesOf([accountId])).get(accountId) ?? '';
    await this.database.write(async (manager) => {
      const { affected } = await manager.update(DeskPresence, { subjectId: id, accountId }, { at, name });
      if (affected) return;
      try {
        await manager.insert(DeskPresence, { subjectKind: kind, subjectId: id, accountId, name, at });
      } catch (error) {
        // The same person said so from a second window at the same moment.
        if (!isUniqueViolation(error)) throw error;
      }
    });
    return { others: (await this.othersOn(actor, [id])).get(id) ?? [] };
  }

  /** Who else is present on submissions, by submission. The caller has checked that they lie at a desk of this actor. */
  async othersOn({ accountId }: Actor, subjectIds: readonly string[]): Promise<Map<string, string[]>> {
    if (subjectIds.length === 0) return new Map();
    const present = await this.database.read.find(DeskPresence, {
      where: { subjectId: In([...subjectIds]), accountId: Not(accountId), at: MoreThanOrEqual(this.since()) },
      order: { at: 'ASC' },
    });
    return present.reduce((bySubject, { subjectId, name }) => {
      return bySubject.set(subjectId, [...(bySubject.get(subjectId) ?? []), name]);
    }, new Map<string, string[]>());
  }

  /** Forgets those who are gone. @returns how many. */
  async purge(): Promise<number> {
    const { affected } = await this.database.write((manager) =>
      manager.delete(DeskPresence, { at: LessThan(this.since()) }),
    );
    return affected ?? 0;
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - PRESENT_MILLISECONDS);
  }
}
