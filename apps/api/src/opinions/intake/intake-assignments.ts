import type { OpinionState, SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import { Database } from '../../platform/database/database.js';
import { actionNotAllowed, notFound, versionConflict } from '../../platform/problems/problem.js';
import { Opinion } from '../opinion.entity.js';
import { SectorVoice } from '../voices/sector-voice.entity.js';
import { IntakeQueue, type IntakeRow } from './intake-queue.js';

/** States in which somebody at the desk can have a submission in hand. */
const IN_HAND: readonly OpinionState[] = ['submitted', 'accepted'];

/** Who at a desk has a submission in hand. */
@Injectable()
export class IntakeAssignments {
  constructor(
    private readonly database: Database,
    private readonly queue: IntakeQueue,
  ) {}

  /**
   * Puts a submission of the own desk into somebody's hands, or into nobody's. It counts as a change, so that of two who take it at
   * the same moment one learns of the other. The caller has checked that this person sits at the desk.
   * @throws {Problem} 404 when it does not lie at a desk of this actor, 409 for a stale version or once it is on a digest.
   */
  async assign(
    actor: Actor,
    { kind, id }: SubmissionRef,
    accountId: string | null,
    version: number,
  ): Promise<IntakeRow> {
    return this.database.write(async (manager) => {
      await this.hold({ kind, id });
      const row = await this.queue.find(actor, kind, id);
      if (!row) throw notFound('这件意见');
      const current = { state: row.state, version: row.version };
      if (row.version !== version) throw versionConflict(current, '这件意见刚刚有了变化');
      if (!IN_HAND.includes(row.state)) {
        throw actionNotAllowed('这件意见已经并入别处或列入汇总，不用再指定负责人。', { current });
      }
      const change = { assigneeAccountId: accountId, version: version + 1 };
      await manager.update(kind === 'opinion' ? Opinion : SectorVoice, { id }, change);
      return { ...row, ...change };
    });
  }

  private async hold({ kind, id }: SubmissionRef): Promise<void> {
    if (this.database.isSqlite) return;
    const table = kind === 'opinion' ? 'opinions' : 'sector_voices';
    await this.database.read.query(`SELECT id FROM ${table} WHERE id = ? FOR UPDATE`, [id]);
  }
}
