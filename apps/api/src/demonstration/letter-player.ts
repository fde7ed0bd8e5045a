import { Injectable } from '@nestjs/common';
import { ChannelsService } from '../mailbox/channels/channels.service.js';
import { LetterViewsService } from '../mailbox/letter-views.service.js';
import { LetterWritingService } from '../mailbox/letter-writing.service.js';
import { MemberActionsService } from '../mailbox/member-actions.service.js';
import { WriterActionsService } from '../mailbox/writer-actions.service.js';
import { ModerationService } from '../moderation/moderation.service.js';
import { PhotosService } from '../photos/photos.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { at } from './at.js';
import type { ActingMember, Community } from './community.js';
import type { LetterPlan } from './letter-plans.js';
import type { Step } from './plots.js';

/** A letter that is being lived through. */
export interface LivingLetter {
  readonly id: string;
  readonly writer: Actor;
  member: ActingMember;
}

const DAY = 86_400_000;
const OPEN_ITEMS = 100;

/** Does what the plans say through the services' public methods, as the people concerned. */
@Injectable()
export class LetterPlayer {
  private views: readonly Buffer[] = [];
  private nextView = 0;
  private readonly writers = new Map<string, Actor>();

  constructor(
    private readonly writing: LetterWritingService,
    private readonly letters: LetterViewsService,
    private readonly memberActions: MemberActionsService,
    private readonly writerActions: WriterActionsService,
    private readonly channels: ChannelsService,
    private readonly moderation: ModerationService,
    private readonly photos: PhotosService,
  ) {}

  /** Pictures that people attach, in turn. */
  usePictures(views: readonly Buffer[]): void {
    this.views = views;
  }

  /** Sends a planned letter. */
  async send(plan: LetterPlan, community: Community): Promise<LivingLetter> {
    const writer = at(community.writers, plan.writer);
    const member = at(community.members, plan.member);
    const { id } = await this.writing.write(writer.actor, {
      memberId: member.member.id,
      category: plan.category,
      title: plan.title,
      text: plan.text,
      photoIds: await this.upload(writer.actor, plan.photos),
      place: plan.place ? { name: plan.place } : null,
      townshipId: community.townships.get(plan.township) ?? null,
      nameDisplay: plan.nameDisplay,
      consentOpinion: plan.consentOpinion,
      consentName: plan.consentName,
    });
    this.writers.set(id, writer.actor);
    return { id, writer: writer.actor, member };
  }

  /** Who wrote a letter of the demonstration. */
  writerOf(letterId: string): Actor | undefined {
    return this.writers.get(letterId);
  }

  /** Does one step, unless the letter has gone another way meanwhile (closed by itself, say): then nothing happens, as in life. */
  async step(letter: LivingLetter, step: Step, community: Community, now: Date): Promise<void> {
    if (step.do === 'decide') return this.decide(letter, step, community.office);
    const actor = this.actorOf(letter, step, community);
    if (step.do === 'read') return this.letters.markRead(actor, letter.id);
    const view = await this.letters.show(actor, letter.id);
    if (!view.allowedActions.includes(step.do)) return;
    const { id } = letter;
    const { version } = view;
    switch (step.do) {
      case 'open':
        return this.memberActions.open(actor, id, { version });
      case 'answer': {
        const photoIds = await this.upload(actor, step.photos ?? 0);
        return this.memberActions.answer(actor, id, { version, text: step.text, photoIds });
      }
      case 'transfer': {
        const to = this.neighbourOf(letter.member, community);
        await this.memberActions.transfer(actor, id, { version, toMemberId: to.member.id, reason: step.text });
        letter.member = to;
        return;
      }
      case 'refer': {
        const channels = await this.channels.list({});
        const channel = channels.find(({ name }) => name === step.channel) ?? at(channels, 0);
        return this.memberActions.refer(actor, id, { version, channelId: channel.id, reason: step.text });
      }
      case 'return':
        return this.memberActions.return(actor, id, { version, reason: step.text });
      case 'snooze': {
        const until = new Date(now.getTime() + step.days * DAY).toISOString();
        return this.memberActions.snooze(actor, id, { version, until });
      }
      case 'note':
        return this.memberActions.note(actor, id, { version, text: step.text });
      case 'report':
        return this.memberActions.report(actor, id, { version, reason: step.text });
      case 'remind':
        return this.memberActions.remind(actor, id, { version });
      case 'follow_up':
        return this.writerActions.followUp(actor, id, { version, text: step.text, photoIds: [] });
      case 'withdraw':
        return this.writerActions.withdraw(actor, id, { version });
      case 'close': {
        const { stars, words } = step;
        return this.writerActions.close(actor, id, { version, ...(stars && { stars }), ...(words && { words }) });
      }
      case 'rate':
        return this.writerActions.rate(actor, id, { version, stars: step.stars });
      case 'reopen':
        return this.writerActions.reopen(actor, id, { version, reason: step.text });
      case 'appeal': {
        const own = view.messages.find(({ appealable }) => appealable);
        if (!own) return;
        return this.writerActions.appeal(actor, id, { version, messageId: own.id, reason: step.text });
      }
    }
  }

  private async decide(letter: LivingLetter, step: Step & { do: 'decide' }, office: Actor): Promise<void> {
    const { items } = await this.moderation.list(office, { state: 'open', limit: OPEN_ITEMS });
    const item = items.find(({ letterId }) => letterId === letter.id);
    if (!item) return;
    await this.moderation.decide(office, item.id, {
      decision: step.pass ? 'pass' : 'withhold',
      reason: step.reason,
      version: item.version,
      ...(!step.pass && { ruleCode: 'advertising' as const }),
    });
  }

  private actorOf(letter: LivingLetter, { by }: Step, community: Community): Actor {
    if (by === 'writer') return letter.writer;
    if (by === 'office') return community.office;
    return by === 'affairs' ? community.affairs : letter.member.actor;
  }

  /** Another member of the same sector. */
  private neighbourOf({ member }: ActingMember, community: Community): ActingMember {
    const others = community.members.filter((other) => other.member.id !== member.id);
    return others.find((other) => other.member.sector.id === member.sector.id) ?? at(others, 0);
  }

  private async upload(actor: Actor, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let left = count; left > 0; left--) {
      const photo = await this.photos.upload(actor, at(this.views, this.nextView++ % this.views.length));
      ids.push(photo.id);
    }
    return ids;
  }
}
