import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { MembersService } from '../../directory/members.service.js';
import { morningOf } from '../../mailbox/deadlines/working-days.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { OutcomeNotices } from './outcome-notices.js';
import { Relay } from './relay.entity.js';

/** Outbox topic of a reminder that was planned when relays became ready. */
export const RELAY_REMINDER = 'relay.reminder';

/** A planned reminder of all of a member's relays that are due at this very time (ISO 8601) and not sent by then. */
export interface RelayReminder {
  readonly memberId: string;
  readonly due: string;
  readonly when: 'on_day' | 'overdue';
}

/** Reminds members on the day and after it, and then tells member affairs. */
@Injectable()
export class RelayReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly members: MembersService,
    private readonly notices: OutcomeNotices,
  ) {}

  onModuleInit(): void {
    this.outbox.register<RelayReminder>(RELAY_REMINDER, (message) => this.remind(message));
  }

  /** Plans the reminders of new relays, in the transaction under way; one of each kind for a member and a day. */
  async plan(relays: readonly Pick<Relay, 'memberId' | 'due'>[]): Promise<void> {
    const groups = new Map(relays.map((relay) => [`${relay.memberId}:${relay.due.getTime()}`, relay]));
    for (const { memberId, due } of groups.values()) {
      const plan: readonly [RelayReminder['when'], Date][] = [
        ['on_day', morningOf(due)],
        ['overdue', new Date(due.getTime() + 1)],
      ];
      for (const [when, at] of plan) {
        if (at < this.clock.now()) continue;
        const message: RelayReminder = { memberId, due: due.toISOString(), when };
        await this.outbox.emit(RELAY_REMINDER, message, at);
      }
    }
  }

  /** Tells whom it concerns, if something with that date still waits. */
  async remind({ memberId, due, when }: RelayReminder): Promise<void> {
    await this.database.write(async (manager) => {
      const dueAt = new Date(due);
      const waiting = await manager.find(Relay, {
        where: { memberId, state: In(['ready', 'withheld']), due: dueAt },
        order: { id: 'ASC' },
      });
      if (waiting.length === 0) return;
      await this.notices.relaysDue(memberId, dueAt, when, waiting);
      if (when === 'on_day') return;
      const member = await this.members.find(memberId);
      await this.notices.relaysOverdue(memberId, member?.name ?? '', dueAt, waiting);
    });
  }
}
