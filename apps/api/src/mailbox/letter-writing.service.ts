import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { MembersService } from '../directory/members.service.js';
import { AccountsService } from '../identity/accounts.service.js';
import { ContentChecks } from '../moderation/content-checks.js';
import { PhotosService } from '../photos/photos.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Journey } from '../platform/journey/journey.js';
import { fieldInvalid, Problem, tooManyRequests } from '../platform/problems/problem.js';
import { Settings } from '../platform/settings/settings.js';
import { Letter } from './letter.entity.js';
import { LetterMessage } from './letter-message.entity.js';
import { LetterNumbers } from './letter-numbers.js';
import { excerptOf, shownNameOf, textHashOf } from './letter-texts.js';
import type { WriteLetter } from './letters.dto.js';

const DAY_SECONDS = 86_400;
const DAYS_30 = 30;

/** Takes a new letter in. */
@Injectable()
export class LetterWritingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly journey: Journey,
    private readonly numbers: LetterNumbers,
    private readonly members: MembersService,
    private readonly units: DirectoryUnitsService,
    private readonly accounts: AccountsService,
    private readonly photos: PhotosService,
    private readonly checks: ContentChecks,
  ) {}

  /**
   * Writes a letter to a member: letter, first message, number, journey and content check in one transaction.
   * @returns the letter's id.
   * @throws {Problem} 422 for a member who takes no letters or a missing name, 409 `letter_copied`, 429 `letter_flood`.
   */
  async write(actor: Actor, input: WriteLetter): Promise<string> {
    const member = await this.members.find(input.memberId);
    if (!member?.active) throw fieldInvalid('memberId', 'member_unknown', '没有找到这位委员，请重新选择。');
    if (actor.memberId === input.memberId)
      throw fieldInvalid('memberId', 'own_mailbox', '不能给自己的信箱写信，请选择其他委员。');
    if (input.townshipId) await this.units.requireChoosable('township', input.townshipId, 'townshipId');
    const name = (await this.accounts.nameOf(actor.accountId)) ?? input.writerName;
    if (!name && input.nameDisplay !== 'hidden') {
      throw fieldInvalid('writerName', 'name_required', '请填写您的姓名，或选择“不显示姓名”。');
    }
    const textHash = textHashOf(input.text);
    await this.refuseFloodOrCopy(actor.accountId, textHash);
    const now = this.clock.now();
    const id = uuidv7();
    const messageId = uuidv7();
    await this.database.write(async (manager) => {
      if (input.writerName) await this.accounts.keepFirstName(actor.accountId, input.writerName);
      const reference = await this.numbers.next(now);
      await this.photos.attach(actor, input.photoIds, { kind: 'letter_message', id: messageId });
      const shownName = shownNameOf(name ?? '', input.nameDisplay);
      await manager.insert(Letter, {
        id,
        reference,
        writerId: actor.accountId,
        shownName,
        nameDisplay: input.nameDisplay,
        memberId: member.id,
        sectorId: member.sectorId,
        category: input.category,
        title: input.title,
        excerpt: excerptOf(input.text),
        photoCount: input.photoIds.length,
        townshipId: input.townshipId ?? null,
        place: input.place
          ? { name: input.place.name, latitude: input.place.latitude ?? null, longitude: input.place.longitude ?? null }
          : null,
        consentOpinion: input.consentOpinion,
        state: 'screening',
        textHash,
        sentAt: now,
        lastActivityAt: now,
        reopened: false,
        writerUnread: false,
        memberUnread: false,
        version: 1,
      });
      await manager.insert(LetterMessage, {
        id: messageId,
        letterId: id,
        author: 'writer',
        purpose: 'letter',
        facts: {},
        accountId: actor.accountId,
        authorName: shownName,
        text: input.text,
        photoIds: [...input.photoIds],
        at: now,
        checkState: 'checking',
        ruleCode: null,
        appeal: 'none',
      });
      await this.journey.append({
        subjectKind: 'letter',
        subjectId: id,
        type: 'letter_sent',
        party: 'writer',
        accountId: actor.accountId,
      });
      await this.checks.request({
        letterId: id,
        reference,
        messageId,
        author: 'writer',
        accountId: actor.accountId,
        title: input.title,
        text: input.place ? `${input.text}\n${input.place.name}` : input.text,
        photoIds: input.photoIds,
      });
    });
    return id;
  }

  /** The same words to several members help nobody, and neither does a flood from one person (design §11). */
  private async refuseFloodOrCopy(writerId: string, textHash: string): Promise<void> {
    const now = this.clock.now().getTime();
    const monthAgo = new Date(now - DAYS_30 * DAY_SECONDS * 1000);
    const recent = await this.database.read.find(Letter, {
      select: { id: true, reference: true, sentAt: true, textHash: true, state: true },
      where: { writerId, sentAt: MoreThan(monthAgo) },
      order: { sentAt: 'ASC' },
    });
    const copy = recent.find((letter) => letter.textHash === textHash && letter.state !== 'withdrawn');
    if (copy) {
      throw new Problem({
        status: 409,
        code: 'letter_copied',
        detail: `同样的内容您已经写过（${copy.reference}）。一件事写给一位委员就够了，重复寄送反而会耽误办理；如有新情况，请在原来信里补充。`,
        extensions: { existing: { id: copy.id, reference: copy.reference } },
      });
    }
    const limits = [
      { letters: this.settings.LETTERS_PER_DAY, seconds: DAY_SECONDS, said: '一天' },
      { letters: this.settings.LETTERS_PER_30_DAYS, seconds: DAYS_30 * DAY_SECONDS, said: `${DAYS_30}天` },
    ];
    for (const { letters, seconds, said } of limits) {
      const within = recent.filter(({ sentAt }) => sentAt.getTime() > now - seconds * 1000);
      const oldest = within.at(-letters);
      if (!oldest) continue;
      const wait = Math.ceil((oldest.sentAt.getTime() + seconds * 1000 - now) / 1000);
      throw tooManyRequests(
        `为了让每封来信都能得到认真答复，${said}内最多写 ${letters} 封信。您的内容已保存为草稿，请稍后再寄。`,
        Math.max(1, wait),
        'letter_flood',
      );
    }
  }
}
