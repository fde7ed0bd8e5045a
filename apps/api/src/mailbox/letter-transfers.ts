import { Injectable } from '@nestjs/common';
import { type MemberEntry, MembersService } from '../directory/members.service.js';
import { AccountsService } from '../identity/accounts.service.js';
import { fieldInvalid } from '../platform/problems/problem.js';
import { Deadlines } from './deadlines/deadlines.js';
import type { Letter } from './letter.entity.js';
import { type HeldLetter, LetterChanges } from './letter-changes.js';
import { LetterNotices } from './letter-notices.js';

/** Hands letters from one member to another. */
@Injectable()
export class LetterTransfers {
  constructor(
    private readonly changes: LetterChanges,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
    private readonly notices: LetterNotices,
    private readonly deadlines: Deadlines,
  ) {}

  /** The member a letter may be handed to. @throws {Problem} 422 for the same member, the writer, or one who takes no letters. */
  async target(letter: Letter, toMemberId: string): Promise<MemberEntry> {
    const target = await this.members.find(toMemberId);
    if (!target?.active) throw fieldInvalid('toMemberId', 'member_unknown', '没有找到这位委员，请重新选择。');
    if (target.id === letter.memberId) {
      throw fieldInvalid('toMemberId', 'same_member', '这封来信已经在这位委员的信箱里，请选择另一位委员。');
    }
    if ((await this.accounts.accountOfMember(target.id)) === letter.writerId) {
      throw fieldInvalid('toMemberId', 'own_mailbox', '不能转给写信人本人，请选择另一位委员。');
    }
    return target;
  }

  /** Moves a held letter into another mailbox, with a new deadline; both sides are told. */
  async carryOut(
    held: Pick<HeldLetter, 'letter' | 'now' | 'manager'>,
    party: 'addressee' | 'office',
    accountId: string,
    target: MemberEntry,
    reason: string,
  ): Promise<void> {
    const due = this.deadlines.answerDue(held.now);
    const letter = await this.changes.apply(
      held,
      { action: 'transfer', party, accountId },
      {
        memberId: target.id,
        sectorId: target.sectorId,
        due,
        snoozedUntil: null,
        remindedAt: null,
        escalatedAt: null,
        deliveredAt: held.now,
        lastActivityAt: held.now,
        memberUnread: true,
        writerUnread: true,
      },
      { type: 'letter_transferred', facts: { reason, toMemberName: target.name } },
    );
    await this.deadlines.planAnswer(letter.id, due);
    await this.notices.received(letter);
    await this.notices.progressed(
      letter,
      'letter_transferred',
      '您的来信转给了另一位委员',
      `《${letter.title}》转给${target.name}委员办理。`,
    );
  }
}
