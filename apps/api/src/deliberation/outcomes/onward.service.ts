import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { MembersService } from '../../directory/members.service.js';
import { LetterRelaysService } from '../../mailbox/letter-relays.service.js';
import { type LetterBrief, LetterSourcesService } from '../../mailbox/letter-sources.service.js';
import type { Photo } from '../../photos/photos.dto.js';
import { PhotosService } from '../../photos/photos.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { Journey } from '../../platform/journey/journey.js';
import type { JourneyEvent } from '../../platform/journey/journey-event.entity.js';
import { notFound } from '../../platform/problems/problem.js';
import { FollowUp } from './follow-up.entity.js';
import { HeardQuestion } from './heard-question.js';
import { isDone, isTakenBack, type LetterMatter, LetterMatters } from './letter-matters.js';
import type { HeardState, OnwardJourney, OnwardMatter, OnwardStep } from './onward.dto.js';
import { type OnwardReader, relayTitle, standingOf, stepsOf, titleOf } from './onward-wording.js';
import { onwardReaderOf } from './outcomes.policy.js';
import type { Relay } from './relay.entity.js';

/** What was made of a letter, in words for its writer and for the member who has it. */
@Injectable()
export class OnwardService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letters: LetterSourcesService,
    private readonly messages: LetterRelaysService,
    private readonly matters: LetterMatters,
    private readonly question: HeardQuestion,
    private readonly journey: Journey,
    private readonly members: MembersService,
    private readonly photos: PhotosService,
  ) {}

  /** The way onward. What the member has not told yet is not in it. @throws {Problem} 404 when the letter is not for this actor. */
  async show(actor: Actor, letterId: string): Promise<OnwardJourney> {
    const letter = (await this.letters.briefsOf([letterId])).get(letterId);
    const reader = letter && onwardReaderOf(actor, letter);
    if (!letter || !reader) throw notFound('这封来信');
    const matters = await this.matters.of(letterId);
    return { matters: await this.words(actor, reader, matters), heard: await this.heard(reader, letter, matters) };
  }

  private async words(
    actor: Actor,
    as: 'writer' | 'addressee',
    matters: readonly LetterMatter[],
  ): Promise<OnwardMatter[]> {
    if (matters.length === 0) return [];
    const firsts = matters.map(({ opinions: [opinion] }) => opinion);
    const events = await this.journey.of(...firsts.map(({ id }) => id));
    const members = await this.members.entriesOf([...new Set(firsts.map(({ authorMemberId }) => authorMemberId))]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const photos = await this.photosOf(matters.flatMap(({ relays }) => relays));
    const now = this.clock.now();
    return matters.map((matter): OnwardMatter => {
      const [{ authorMemberId }] = matter.opinions;
      const reader: OnwardReader = as === 'addressee' && authorMemberId === actor.memberId ? 'author' : as;
      const memberName = names.get(authorMemberId) ?? '';
      const { now: present, next, nextBy } = standingOf(matter, { reader, memberName, now });
      return {
        title: titleOf(matter, reader),
        steps: this.steps(matter, events, photos, { reader, memberName }),
        now: present,
        next,
        nextBy: asIso(nextBy),
        done: isTakenBack(matter) || isDone(matter),
      };
    });
  }

  private steps(
    matter: LetterMatter,
    events: readonly JourneyEvent[],
    photos: ReadonlyMap<string, Photo[]>,
    { reader, memberName }: { reader: OnwardReader; memberName: string },
  ): OnwardStep[] {
    const [{ quote }] = matter.opinions;
    const own = stepsOf(matter, events, reader, memberName).map(({ type, at, title }, index) => {
      const quoted = index === 0 && type === 'opinion_submitted' && quote ? `用到的话：“${quote}”` : null;
      return { type, at, title, text: quoted, photos: [] as Photo[] };
    });
    const told = matter.relays
      .filter(({ state }) => state === 'sent')
      .map((relay) => ({
        type: relay.purpose === 'decision' ? 'relay' : 'follow_up',
        at: relay.sentAt ?? relay.createdAt,
        title: relayTitle(relay, reader, memberName),
        text: relay.text,
        photos: photos.get(relay.followUpId ?? '') ?? [],
      }));
    return [...own, ...told]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((step) => ({ ...step, at: asIso(step.at) }));
  }

  /** The photos of the follow-ups that were told, by follow-up. */
  private async photosOf(relays: readonly Relay[]): Promise<Map<string, Photo[]>> {
    const ids = relays.filter(({ state }) => state === 'sent').flatMap(({ followUpId }) => followUpId ?? []);
    if (ids.length === 0) return new Map();
    const followUps = await this.database.read.findBy(FollowUp, { id: In(ids) });
    const photos = await this.photos.viewOf(followUps.flatMap(({ photoIds }) => photoIds));
    const byId = new Map(photos.map((photo) => [photo.id, photo]));
    return new Map(followUps.map(({ id, photoIds }) => [id, photoIds.flatMap((photo) => byId.get(photo) ?? [])]));
  }

  private async heard(
    reader: 'writer' | 'addressee',
    letter: LetterBrief,
    matters: readonly LetterMatter[],
  ): Promise<HeardState> {
    const answer = await this.question.answerOf(letter.id);
    const said = answer?.messageId
      ? (await this.messages.wordsOf([answer.messageId])).get(answer.messageId)
      : undefined;
    const shown = reader === 'writer' || said?.checkState === 'passed';
    return {
      asked: this.question.isOpen(matters, answer),
      stars: answer?.stars ?? null,
      words: (shown && said?.text) || null,
    };
  }
}
