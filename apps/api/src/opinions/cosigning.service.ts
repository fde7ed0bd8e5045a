import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { MembersService } from '../directory/members.service.js';
import { AccountsService } from '../identity/accounts.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { fieldInvalid } from '../platform/problems/problem.js';
import type { Opinion } from './opinion.entity.js';
import { type HeldOpinion, OpinionChanges } from './opinion-changes.js';
import { OpinionCosigner } from './opinion-cosigner.entity.js';
import { OpinionNotices, spokenTitle } from './opinion-notices.js';
import type { AnswerCosign, ChooseCosigners } from './opinions.dto.js';

/** Members who sign a proposal together: asked by its author, answering on their own phones. */
@Injectable()
export class CosigningService {
  constructor(
    private readonly changes: OpinionChanges,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
    private readonly notices: OpinionNotices,
  ) {}

  /**
   * Sets who is asked to sign. Those who are new are told; those who have signed stay.
   * @throws {Problem} 422 for another kind than a proposal, the author, somebody without an account, or taking off who has signed.
   */
  async choose(actor: Actor, opinionId: string, { version, memberIds }: ChooseCosigners): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'save', version }, async (held) => {
      const { opinion, cosigners, manager, now, party } = held;
      if (opinion.kind !== 'proposal' && memberIds.length > 0) {
        throw fieldInvalid('memberIds', 'not_a_proposal', '只有提案可以请其他委员联名。');
      }
      const removed = cosigners.filter(({ memberId }) => !memberIds.includes(memberId));
      if (removed.some(({ state }) => state === 'confirmed')) {
        throw fieldInvalid('memberIds', 'cosigner_confirmed', '已经确认联名的委员不能去掉，请先与本人商量。');
      }
      const known = cosigners.map(({ memberId }) => memberId);
      const added = await this.requireAskable(
        opinion,
        memberIds.filter((memberId) => !known.includes(memberId)),
      );
      if (added.length === 0 && removed.length === 0) return;
      if (removed.length > 0) {
        await manager.delete(OpinionCosigner, { opinionId, memberId: In(removed.map(({ memberId }) => memberId)) });
      }
      const invited = { opinionId, state: 'invited' as const, invitedAt: now, answeredAt: null };
      if (added.length > 0) {
        await manager.insert(
          OpinionCosigner,
          added.map((one) => ({ ...one, ...invited })),
        );
      }
      const changed = await this.changes.apply(held, { action: 'save', party, accountId: actor.accountId }, {});
      await this.invite(
        changed,
        added.map(({ accountId }) => accountId),
      );
    });
  }

  /** Asks those who have signed once more, because the text is another one. The opinion is held. */
  async askAgain(held: Pick<HeldOpinion, 'opinion' | 'cosigners' | 'manager' | 'now'>): Promise<void> {
    const signed = held.cosigners.filter(({ state }) => state === 'confirmed');
    if (signed.length === 0) return;
    const { opinion, manager, now } = held;
    const which = { opinionId: opinion.id, memberId: In(signed.map(({ memberId }) => memberId)) };
    await manager.update(OpinionCosigner, which, { state: 'invited', invitedAt: now, answeredAt: null });
    await this.notices.cosigners(
      opinion,
      signed.map(({ accountId }) => accountId),
      {
        kind: 'opinion_cosign_again',
        title: '联名的提案有修改，请重新确认',
        text: `${spokenTitle(opinion)}的内容有了修改，您之前的确认不再有效，请看过后重新确认。`,
      },
    );
  }

  /**
   * Answers for oneself, to the text of this version. The answer does not change the version: it is the member's, not the text's.
   * @throws {Problem} 404 for who was not asked, 409 when the text has changed since.
   */
  async answer(actor: Actor, opinionId: string, { version, decision }: AnswerCosign): Promise<void> {
    await this.changes.as(
      actor,
      opinionId,
      { action: 'cosign', version },
      async ({ opinion, cosigners, manager, now }) => {
        const own = cosigners.find(({ memberId }) => memberId === actor.memberId);
        if (!own || own.state === decision) return;
        const { memberId } = own;
        await manager.update(OpinionCosigner, { opinionId, memberId }, { state: decision, answeredAt: now });
        const name = (await this.members.find(memberId))?.name ?? '';
        const type = decision === 'confirmed' ? 'opinion_cosigned' : 'opinion_cosign_declined';
        await this.changes.record(opinionId, 'cosigner', actor.accountId, { type, facts: { memberName: name } }, now);
        const left = await this.waiting(manager, opinion);
        await this.notices.author(opinion, {
          kind: type,
          key: memberId.slice(-12),
          title: decision === 'confirmed' ? `${name}委员确认联名` : `${name}委员没有参加联名`,
          text: `${spokenTitle(opinion)}${left > 0 ? `还有 ${left} 位委员没有答复。` : '的联名委员都已答复，可以提交了。'}`,
        });
      },
    );
  }

  private invite(opinion: Opinion, accountIds: readonly string[]): Promise<void> {
    return this.notices.cosigners(opinion, accountIds, {
      kind: 'opinion_cosign_invited',
      title: '有委员请您联名提案',
      text: `请看${spokenTitle(opinion)}，同意请确认联名。`,
    });
  }

  private waiting(manager: EntityManager, { id }: Opinion): Promise<number> {
    return manager.countBy(OpinionCosigner, { opinionId: id, state: 'invited' });
  }

  private async requireAskable(
    { authorMemberId }: Opinion,
    memberIds: readonly string[],
  ): Promise<Pick<OpinionCosigner, 'memberId' | 'accountId'>[]> {
    const entries = new Map((await this.members.entriesOf(memberIds)).map((entry) => [entry.id, entry]));
    const asked: Pick<OpinionCosigner, 'memberId' | 'accountId'>[] = [];
    for (const memberId of memberIds) {
      const entry = entries.get(memberId);
      if (!entry?.active) throw fieldInvalid('memberIds', 'member_unknown', '没有找到其中一位委员，请重新选择。');
      if (memberId === authorMemberId) {
        throw fieldInvalid('memberIds', 'author', '您是提案人，不用再请自己联名。');
      }
      const accountId = await this.accounts.accountOfMember(memberId);
      if (!accountId) {
        const message = `${entry.name}委员还没有登录过连心桥，无法在手机上确认联名，请先联系本人。`;
        throw fieldInvalid('memberIds', 'member_without_account', message);
      }
      asked.push({ memberId, accountId });
    }
    return asked;
  }
}
