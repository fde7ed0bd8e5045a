import { Injectable } from '@nestjs/common';
import { NoticesService } from '../notices/notices.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Dispatcher } from '../platform/outbox/dispatcher.js';
import { type Community, CommunityFounder } from './community.js';
import type { DemonstrationClock } from './demonstration-clock.js';
import { DemonstrationRun } from './demonstration-run.entity.js';
import { Dice } from './dice.js';
import { byDay, DAY, type Happening, HOUR } from './happening.js';
import { landscapes } from './landscapes.js';
import { type LetterPlan, planLetters } from './letter-plans.js';
import { LetterPlayer, type LivingLetter } from './letter-player.js';
import { MeetingPlayer, planMeetings } from './meeting-player.js';
import { OfficeContent } from './office-content.js';
import { planOpinions } from './opinion-plans.js';
import { OpinionPlayer } from './opinion-player.js';
import { OutcomePlayer } from './outcome-player.js';
import { CONSTITUENTS } from './people.js';
import type { Step } from './plots.js';
import { VoicePlayer } from './voice-player.js';

const SEED = 20_260_101;
const PICTURES = 12;
/** Enough to save the disk most of its work, few enough for MariaDB not to wade through its own undo log. */
const HAPPENINGS_A_TRANSACTION = 25;
/** Notices of these last days are still unread. */
const UNREAD_DAYS = 5;
/** Conveners begin so many days before a meeting to gather what their sectors have to say. */
const VOICE_DAYS = 24;
/** Nothing happens in the last minutes, so that a demonstration never begins in the middle of a step. */
const QUIET = 2 * 60_000;

const answers = (step: Step) => step.do === 'answer' && step.by === 'member';

/** Says how far the work is, in words for a terminal. */
export type Report = (words: string) => void;

/**
 * Makes the demonstration data: a year of letters, and of what became of them on the way up and back, lived through day by day by
 * means of the product itself.
 */
@Injectable()
export class Demonstration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly dispatcher: Dispatcher,
    private readonly founder: CommunityFounder,
    private readonly content: OfficeContent,
    private readonly player: LetterPlayer,
    private readonly opinions: OpinionPlayer,
    private readonly voices: VoicePlayer,
    private readonly meetings: MeetingPlayer,
    private readonly outcomes: OutcomePlayer,
    private readonly notices: NoticesService,
  ) {}

  /**
   * Makes everything, in many transactions; the run is on record as finished only at the end (see `emptiness.ts`).
   * @param clock the application's own.
   */
  async make(clock: DemonstrationClock, now: Date, report: Report): Promise<void> {
    if (this.clock !== clock) throw new Error('the application must run on the clock that is moved');
    const pictures = await landscapes(new Dice(SEED), PICTURES);
    this.player.usePictures(pictures);
    this.outcomes.usePictures(pictures);
    await this.database.write((manager) =>
      manager.insert(DemonstrationRun, { id: 1, startedAt: now, finishedAt: null }),
    );
    report('Demonstration data: members from the roster, accounts …');
    const community = await this.database.write(async () => {
      const founded = await this.founder.found();
      await this.content.fill(founded);
      return founded;
    });
    await this.live(this.happenings(community, now, report), clock, now);
    await this.database.write((manager) => manager.update(DemonstrationRun, { id: 1 }, { finishedAt: now }));
    report('Demonstration data: done.');
  }

  private happenings(community: Community, now: Date, report: Report): Happening[] {
    const plans = planLetters(new Dice(SEED), {
      writers: community.writers.length,
      featured: CONSTITUENTS.length,
      members: community.members.map(({ member, demonstration }) => ({ sector: member.sector.name, demonstration })),
      townships: [...community.townships.keys()],
      now,
    });
    const end = now.getTime() - QUIET;
    const happenings = plans.flatMap((plan, index) => {
      const count = index + 1;
      const sent = () => {
        if (count % 50 === 0) report(`Demonstration data: ${count} of ${plans.length} letters …`);
      };
      return this.ofLetter(plan, community, sent);
    });
    happenings.push({ at: new Date(now.getTime() - UNREAD_DAYS * DAY), happen: () => this.readNotices(community) });
    happenings.push(...this.upwards(community, plans, now));
    return happenings.filter(({ at }) => at.getTime() <= end).sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** What is drawn from the letters, decided on, and brought back. */
  private upwards(community: Community, letters: readonly LetterPlan[], now: Date): Happening[] {
    const shown = [...community.conveners.values()].find(({ demonstration }) => demonstration);
    const members = community.members.map(({ member, demonstration }) => ({
      shownSector: member.sector.id === shown?.member.sector.id,
      convened: community.conveners.has(member.sector.id),
      demonstration,
    }));
    // Of each constituent who can be chosen on the sign-in page the oldest letter that may be quoted.
    const telling = CONSTITUENTS.flatMap((_, index) => {
      const letter = letters.find(
        ({ writer, consentOpinion, steps }) => writer === index && consentOpinion && steps.some(answers),
      );
      return letter ?? [];
    });
    const opinions = planOpinions(new Dice(SEED), members, telling, now);
    const meetings = planMeetings(now);
    const [first] = meetings;
    const conveners = [...community.conveners.values()];
    return [
      ...opinions.flatMap((plan) => this.opinions.happenings(plan, community)),
      ...meetings.flatMap(({ at }) => {
        const from = new Date(at.getTime() - VOICE_DAYS * DAY);
        return conveners.flatMap((convener) => this.voices.happenings(convener, 'accepted', from, community));
      }),
      ...conveners.flatMap((convener, index) => {
        const fate = convener.demonstration ? 'circulating' : 'submitted';
        const from = new Date(now.getTime() - (convener.demonstration ? 1.5 : 10 + (index % 3)) * DAY);
        return this.voices.happenings(convener, fate, from, community);
      }),
      ...meetings.flatMap((plan) => this.meetings.happenings(plan, community)),
      ...this.outcomes.happenings(first?.at ?? now, now, community, (letterId) => this.player.writerOf(letterId)),
    ];
  }

  /** Everybody has seen the notices so far. */
  private async readNotices({ writers, members, office, affairs, leader, committee }: Community): Promise<void> {
    const people = [...writers, ...members].map(({ actor }) => actor);
    for (const actor of [...people, office, affairs, leader, committee.actor]) await this.notices.readAll(actor);
  }

  private ofLetter(plan: LetterPlan, community: Community, sent: () => void): Happening[] {
    let letter: LivingLetter | undefined;
    let instant = byDay(plan.sentAt);
    const sending: Happening = {
      at: instant,
      happen: async () => {
        letter = await this.player.send(plan, community);
        sent();
      },
    };
    const steps = plan.steps.map((step): Happening => {
      const at = byDay(new Date(instant.getTime() + step.after * HOUR));
      instant = at;
      return {
        at,
        happen: async () => {
          if (letter) await this.player.step(letter, step, community, at);
        },
      };
    });
    return [sending, ...steps];
  }

  /** Lets time pass from one happening to the next; reminders and automatic closings come on their days. */
  private async live(happenings: readonly Happening[], clock: DemonstrationClock, now: Date): Promise<void> {
    for (let from = 0; from < happenings.length; from += HAPPENINGS_A_TRANSACTION) {
      await this.database.write(async () => {
        for (const { at, happen } of happenings.slice(from, from + HAPPENINGS_A_TRANSACTION)) {
          await this.passUntil(at, clock);
          await happen();
          await this.dispatcher.drain();
        }
      });
    }
    await this.passUntil(now, clock);
  }

  /** Moves the clock on, stopping every few hours for what was planned for then. */
  private async passUntil(instant: Date, clock: DemonstrationClock): Promise<void> {
    for (let next = clock.now().getTime() + DAY / 4; next < instant.getTime(); next += DAY / 4) {
      clock.moveTo(new Date(next));
      await this.dispatcher.drain();
    }
    clock.moveTo(instant);
    await this.dispatcher.drain();
  }
}
