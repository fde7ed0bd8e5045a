import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/problems/problem.js';
import { Opinion } from './opinion.entity.js';
import { isCosigner } from './opinion-changes.js';
import { OpinionCosigner } from './opinion-cosigner.entity.js';
import { type OpinionViewer, viewersOf } from './opinions.policy.js';

/** An opinion that an actor may see, and as what. */
export interface SeenOpinion {
  readonly opinion: Opinion;
  readonly cosigners: OpinionCosigner[];
  readonly viewers: readonly OpinionViewer[];
}

/** Lets an opinion be read only by those whom the policy allows. */
@Injectable()
export class OpinionAccess {
  constructor(private readonly database: Database) {}

  /** The opinion as this actor may see it. @throws {Problem} 404 when it is not for this actor. */
  async require(actor: Actor, opinionId: string): Promise<SeenOpinion> {
    const seen = await this.find(actor, opinionId);
    if (!seen) throw notFound('这条意见建议');
    return seen;
  }

  /** The same, or null. */
  async find(actor: Actor, opinionId: string): Promise<SeenOpinion | null> {
    const opinion = await this.database.read.findOneBy(Opinion, { id: opinionId });
    if (!opinion) return null;
    const cosigners = await this.database.read.find(OpinionCosigner, {
      where: { opinionId },
      order: { invitedAt: 'ASC', memberId: 'ASC' },
    });
    const viewers = viewersOf(actor, opinion, isCosigner(cosigners, actor.memberId));
    return viewers.length > 0 ? { opinion, cosigners, viewers } : null;
  }
}
