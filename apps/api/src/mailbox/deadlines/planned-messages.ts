import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembersService } from '../../directory/members.service.js';
import { Journey } from '../../platform/journey/journey.js';
import { Outbox, TryAgainLater } from '../../platform/outbox/outbox.js';
import { Letter } from '../letter.entity.js';
import { LetterChanges } from '../letter-changes.js';
import { LetterMessage } from '../letter-message.entity.js';
import { LetterNotices } from '../letter-notices.js';
import { LETTER_AUTO_CLOSE, LETTER_REMINDER, type LetterAutoClose, type LetterReminder } from './deadlines.js';

/** Journey event of a letter that nobody answered in time. */
const LETTER_OVERDUE = 'letter_overdue';

const RETRY_SECONDS = 3600;

/** Carries out what was planned when a letter began to wait, if the letter still waits with that very date. */
@Injectable()
export class PlannedMessages implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly changes: LetterChanges,
    private readonly journey: Journey,
    private readonly notices: LetterNotices,
    private readonly members: MembersService,
  ) {}

  onModuleInit(): void {
    this.outbox.register<LetterReminder>(LETTER_REMINDER, (message) => this.remind(message));
    this.outbox.register<LetterAutoClose>(LETTER_AUTO_CLOSE, (message) => this.close(message));
  }

  /** Reminds the member before and on the day; after it the letter rises to member affairs (design §4). */
  async remind({ letterId, due, when }: LetterReminder): Promise<void> {
    await this.changes.bySystem(letterId, async ({ letter, manager, now }) => {
      if (letter.due?.toISOString() !== due) return;
      if (when === 'overdue' && !(await this.hasRisen(letterId, due))) {
        if (letter.escalatedAt === null) await manager.update(Letter, { id: letterId }, { escalatedAt: now });
        await this.journey.append({
          subjectKind: 'letter',
          subjectId: letterId,
          type: LETTER_OVERDUE,
          party: 'system',
          facts: { due },
          at: now,
        });
        const member = await this.members.find(letter.memberId);
        await this.notices.escalated(letter, member?.name ?? '');
      }
      await this.notices.due(letter, when);
    });
  }

  /** True when the letter has risen for this very due date already: the outbox may deliver a message twice. */
  private async hasRisen(letterId: string, due: string): Promise<boolean> {
    const steps = await this.journey.of(letterId);
    return steps.some(({ type, facts }) => type === LETTER_OVERDUE && facts.due === due);
  }

  /**
   * Closes an answered letter about which nobody has written any more.
   * @throws {TryAgainLater} while words of the writer are still being checked: they may keep it open.
   */
  async close({ letterId, closingDue }: LetterAutoClose): Promise<void> {
    await this.changes.bySystem(letterId, async (held) => {
      const { letter, now, manager } = held;
      if (letter.state !== 'answered' || letter.closingDue?.toISOString() !== closingDue) return;
      const unheard = { letterId, author: 'writer', checkState: 'checking' } as const;
      if (await manager.existsBy(LetterMessage, unheard))
        throw new TryAgainLater('a follow-up is being checked', RETRY_SECONDS);
      const move = { action: 'close', party: 'system', accountId: null } as const;
      const patch = { closedAt: now, closingDue: null, lastActivityAt: now, writerUnread: true };
      await this.changes.apply(held, move, patch, {
        type: 'letter_closed',
        facts: { reason: '答复后没有新消息，自动办结' },
      });
      await this.notices.progressed(
        letter,
        'letter_closed',
        '您的来信已自动办结',
        `《${letter.title}》已办结，请您作个评价。如事情没有解决，可以重新打开一次。`,
      );
    });
  }
}
