import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/problems/problem.js';
import { Decision } from './decision.entity.js';
import { Digest } from './digest.entity.js';
import type { SeenDigest } from './digest-heads.js';
import { DigestItem } from './digest-item.entity.js';
import { isOnDeskOf, viewerOf } from './digests.policy.js';

/** A digest as an actor may read it: the items that are theirs to see, in order. */
export interface ReadDigest extends SeenDigest {
  readonly items: readonly DigestItem[];
}

/** Finds digests for those who may see them. */
@Injectable()
export class DigestReading {
  constructor(private readonly database: Database) {}

  /** @throws {Problem} 404 when the digest is not for this actor. */
  async read(actor: Actor, id: string): Promise<ReadDigest> {
    const digest = await this.database.read.findOneBy(Digest, { id });
    const items = digest ? await this.itemsOf(id) : [];
    const viewer = digest && viewerOf(actor, digest, items);
    if (!digest || !viewer) throw notFound('这份汇总');
    return { digest, viewer, items: viewer === 'desk' ? items.filter((item) => isOnDeskOf(actor, item)) : items };
  }

  /** All revisions of the decisions on items, by item. */
  async decisionsOf(items: readonly DigestItem[]): Promise<Map<string, Decision[]>> {
    const byItem = new Map<string, Decision[]>(items.map(({ id }) => [id, []]));
    if (items.length === 0) return byItem;
    const decisions = await this.database.read.findBy(Decision, { itemId: In(items.map(({ id }) => id)) });
    for (const decision of decisions) byItem.get(decision.itemId)?.push(decision);
    return byItem;
  }

  private itemsOf(digestId: string): Promise<DigestItem[]> {
    return this.database.read.find(DigestItem, { where: { digestId }, order: { position: 'ASC', id: 'ASC' } });
  }
}
