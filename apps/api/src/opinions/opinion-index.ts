import type { OpinionState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { TextIndex } from '../platform/text-index/text-index.js';
import { Opinion } from './opinion.entity.js';
import { OpinionCosigner } from './opinion-cosigner.entity.js';
import { plainTextOf } from './opinion-texts.js';
import { SEEN_BY_DESK, SEEN_BY_OFFICE } from './opinions.policy.js';

/** States in which an opinion is in hand: accepted and not decided. */
const IN_HAND: readonly OpinionState[] = ['accepted', 'merged', 'listed'];

/** The scope in which everything in hand is looked through for likeness. */
export const HAND_SCOPE = 'hand';

/** The scope of a desk. */
export function deskScope({ desk, deskUnitId }: Pick<Opinion, 'desk' | 'deskUnitId'>): string {
  return deskUnitId ? `desk:${desk}:${deskUnitId}` : `desk:${desk}`;
}

/** Keeps opinions findable, by those who may see them (`opinions.policy.ts`) and by nobody else. Drafts are not searched. */
@Injectable()
export class OpinionIndex {
  constructor(
    private readonly database: Database,
    private readonly texts: TextIndex,
  ) {}

  /** Brings an opinion's entry up to date, in the transaction under way. */
  async put(opinion: Opinion): Promise<void> {
    const { id, state, submittedAt, listedAt } = opinion;
    if (submittedAt === null || state === 'withdrawn') {
      await this.texts.remove('opinion', id);
      return;
    }
    const signed = await this.database.read.findBy(OpinionCosigner, { opinionId: id, state: 'confirmed' });
    const scopes = [opinion.authorMemberId, ...signed.map(({ memberId }) => memberId)].map((own) => `author:${own}`);
    if (SEEN_BY_DESK.includes(state)) scopes.push(deskScope(opinion));
    if (SEEN_BY_OFFICE.includes(state)) scopes.push('desk:office');
    if (IN_HAND.includes(state)) scopes.push(HAND_SCOPE);
    if (listedAt !== null && SEEN_BY_OFFICE.includes(state)) scopes.push('leaders');
    await this.texts.put({
      kind: 'opinion',
      id,
      scopes,
      title: opinion.title,
      text: plainTextOf(opinion.sections),
      at: opinion.createdAt,
    });
  }
}
