import { Injectable, type OnModuleInit } from '@nestjs/common';
import { morningOf, workingDaysAfter } from '../../mailbox/deadlines/working-days.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Settings } from '../../platform/settings/settings.js';
import { SectorVoice } from './sector-voice.entity.js';
import { VoiceContribution } from './voice-contribution.entity.js';
import { VoiceNotices } from './voice-notices.js';

/** Outbox topic of what was planned when a voice was shown to its contributors. */
export const VOICE_REMINDER = 'voice.reminder';

/** A planned reminder. It applies only while the voice is still shown round until this very time (ISO 8601). */
export interface VoiceReminder {
  readonly voiceId: string;
  readonly objectUntil: string;
  readonly when: 'last_day' | 'over';
}

/** How long contributors may object, in working days, and who is reminded of it. */
@Injectable()
export class VoiceDeadlines implements OnModuleInit {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly notices: VoiceNotices,
  ) {}

  /** Registers the topic. */
  onModuleInit(): void {
    this.outbox.register(VOICE_REMINDER, (reminder: VoiceReminder) => this.remind(reminder));
  }

  /** Until when one may object to a text shown at `from`. */
  objectUntil(from: Date): Date {
    return workingDaysAfter(from, this.settings.VOICE_OBJECTION_WORKING_DAYS);
  }

  /** Plans the reminders on the last day and when the time is over, in the transaction under way. */
  async plan(voiceId: string, objectUntil: Date): Promise<void> {
    const plan: readonly [VoiceReminder['when'], Date][] = [
      ['last_day', morningOf(objectUntil)],
      ['over', new Date(objectUntil.getTime() + 1)],
    ];
    for (const [when, at] of plan) {
      const reminder: VoiceReminder = { voiceId, objectUntil: objectUntil.toISOString(), when };
      await this.outbox.emit(VOICE_REMINDER, reminder, at);
    }
  }

  private async remind({ voiceId, objectUntil, when }: VoiceReminder): Promise<void> {
    await this.database.write(async (manager) => {
      const voice = await manager.findOneBy(SectorVoice, { id: voiceId, state: 'circulating' });
      if (voice?.objectUntil?.toISOString() !== objectUntil) return;
      const contributions = await manager.findBy(VoiceContribution, { voiceId });
      const silent = contributions.filter(({ state }) => state === 'pending');
      const over = voice.objectUntil < this.clock.now();
      if (when === 'last_day' && !over) await this.notices.lastDay(voice, silent);
      if (when === 'over' && silent.length > 0) await this.notices.timeOver(voice, contributions);
    });
  }
}
