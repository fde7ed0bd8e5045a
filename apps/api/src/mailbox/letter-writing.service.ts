import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { type MemberEntry, MembersService } from '../directory/members.service.js';
import { AccountsService } from '../identity/accounts.service.js';
import { ContentChecks } from '../moderation/content-checks.js';
import { PhotosService } from '../photos/photos.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { insertRow } from '../platform/database/insert-row.js';
import { asDate, type StoredInstant, toStored } from '../platform/database/instants.js';
import { Journey } from '../platform/journey/journey.js';
import { fieldInvalid, Problem, tooManyRequests } from '../platform/problems/problem.js';
import { Settings } from '../platform/settings/settings.js';
import { Letter } from './letter.entity.js';
import { LetterMessage } from './letter-message.entity.js';
import { LetterNumbers } from './letter-numbers.js';
import { LetterViewsService } from './letter-views.service.js';
import { spokenMinute } from './letter-wording.js';
import type { WriteLetter } from './letters.dto.js';
import type { LetterView } from './letters.views.js';
import { firstMessage, newLetter } from './new-letter.js';

const DAY_SECONDS = 86_400;
const DAYS_30 = 30;

/** What is asked of a person's letters of the last 30 days. */
type RecentLetter = Pick<Letter, 'id' | 'reference' | 'textHash' | 'state'> & { readonly sentAt: StoredInstant };

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
    private readonly views: LetterViewsService,
  ) {}

  /**
   * Writes a letter to a member: letter, first message, number, journey and content check in one transaction.
   * @returns the letter as its writer sees it.
   * @throws {Problem} 422 for a member who takes no letters or a missing name, 409 `letter_copied`, 429 `letter_flood`.
   */
  async write(actor: Actor, input: WriteLetter): Promise<LetterView> {
    return this.database.write(() => this.writeHeld(actor, input));
  }

  private async writeHeld(actor: Actor, input: WriteLetter): Promise<LetterView> {
    const member = await this.addressee(actor, input.memberId);
    const { accountId } = actor;
    const townshipName = await this.townshipName(input.townshipId ?? null);
    const name = (await this.accounts.holdName(accountId)) ?? input.writerName ?? '';
    if (!name && input.nameDisplay !== 'hidden') {
      throw fieldInvalid('writerName', 'name_required', '请填写您的姓名，或选择“不显示姓名”。');
    }
    const letter = newLetter(input, { accountId, name, member, now: this.clock.now() });
    const message = firstMessage(letter, input);
    await this.refuseFloodOrCopy(accountId, letter.textHash);
    return this.database.write(async (manager) => {
      if (input.writerName) await this.accounts.keepFirstName(accountId, input.writerName);
      await this.photos.attach(actor, input.photoIds, { kind: 'letter_message', id: message.id });
      await insertRow(manager, LetterMessage, message);
      const sent = { subjectKind: 'letter', subjectId: letter.id, type: 'letter_sent', party: 'writer' } as const;
      const event = await this.journey.append({ ...sent, accountId, at: letter.sentAt });
      // Everybody who writes waits for the number from here on, so that it is taken as late as possible and little is left to do.
      letter.reference = await this.numbers.next(letter.sentAt);
      await insertRow(manager, Letter, letter);
      await this.checks.request({
        letterId: letter.id,
        reference: letter.reference,
        messageId: message.id,
        author: 'writer',
        accountId,
        title: letter.title,
        text: letter.place ? `${message.text}\n${letter.place.name}` : message.text,
        photoIds: message.photoIds,
      });
      const parts = { letter, messages: [message], events: [event], member, townshipName, notes: [] };
      return this.views.compose(actor, 'writer', parts);
    });
  }

  private async addressee(actor: Actor, memberId: string): Promise<MemberEntry> {
    const member = await this.members.find(memberId);
    if (!member?.active) throw fieldInvalid('memberId', 'member_unknown', '没有找到这位委员，请重新选择。');
    if (actor.memberId === memberId) {
      throw fieldInvalid('memberId', 'own_mailbox', '不能给自己的信箱写信，请选择其他委员。');
    }
    return member;
  }

  private async townshipName(townshipId: string | null): Promise<string | null> {
    if (!townshipId) return null;
    await this.units.requireChoosable('township', townshipId, 'townshipId');
    return (await this.units.namesOf([townshipId])).get(townshipId) ?? null;
  }

  /** The same words to several members help nobody, and neither does a flood from one person (design §11). */
  private async refuseFloodOrCopy(writerId: string, textHash: string): Promise<void> {
    const now = this.clock.now().getTime();
    const monthAgo = new Date(now - DAYS_30 * DAY_SECONDS * 1000);
    const rows = await this.database.read.query<RecentLetter[]>(
      'SELECT id, reference, sentAt, textHash, state FROM letters WHERE writerId = ? AND sentAt > ? ORDER BY sentAt',
      [writerId, toStored(monthAgo)],
    );
    const recent = rows.map((letter) => ({ ...letter, sentAt: asDate(letter.sentAt) }));
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
      const again = new Date(oldest.sentAt.getTime() + seconds * 1000);
      const wait = Math.ceil((again.getTime() - now) / 1000);
      throw tooManyRequests(
        `为了让每封来信都能得到认真答复，${said}内最多写 ${letters} 封信。请在${spokenMinute(again)}以后再寄。`,
        Math.max(1, wait),
        'letter_flood',
      );
    }
  }
}
