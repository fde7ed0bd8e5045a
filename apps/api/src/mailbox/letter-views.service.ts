import { allowedLetterActions, LETTER_STATE_LABELS, screeningRuleName } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { type MemberEntry, MembersService } from '../directory/members.service.js';
import { PhotosService } from '../photos/photos.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asDate, asIso, type StoredInstant } from '../platform/database/instants.js';
import { Journey } from '../platform/journey/journey.js';
import type { JourneyEvent } from '../platform/journey/journey-event.entity.js';
import { notFound } from '../platform/problems/problem.js';
import { Deadlines } from './deadlines/deadlines.js';
import { Letter } from './letter.entity.js';
import { LetterChanges } from './letter-changes.js';
import { LetterMessage } from './letter-message.entity.js';
import { type LetterRow, letterOf, SELECT_LETTER } from './letter-rows.js';
import { isShownStep, nextStepOf, wordStep } from './letter-wording.js';
import { partyOf } from './letters.policy.js';
import type { LetterMember, LetterMessageView, LetterView, LetterViewer } from './letters.views.js';

type StoredMessage = Omit<LetterMessage, 'at' | 'facts' | 'photoIds'> & {
  at: StoredInstant;
  facts: string;
  photoIds: string;
};

/** Words to a rating stand with the rating, not in the thread. */
const HIDDEN_PURPOSES: readonly LetterMessage['purpose'][] = ['rate', 'heard'];

/** A note to self as a plain row holds it. */
interface NoteRow {
  readonly id: string;
  readonly text: string;
  readonly at: StoredInstant;
}

/** What the view of a letter is put together from. */
export interface LetterParts {
  readonly letter: Letter;
  /** In the order in which they were written. */
  readonly messages: LetterMessage[];
  readonly events: readonly JourneyEvent[];
  readonly member: MemberEntry | null;
  readonly townshipName: string | null;
  /** The viewer's own. */
  readonly notes: readonly NoteRow[];
}

/** A member as letters show one. */
export function letterMember(member: MemberEntry | undefined, id: string): LetterMember {
  return {
    id,
    name: member?.name ?? '',
    sectorName: member?.sectorName ?? '',
    portraitUrl: member?.portraitUrl ?? null,
  };
}

/** A letter with thread and journey, as each who may see it sees it. */
@Injectable()
export class LetterViewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: LetterChanges,
    private readonly journey: Journey,
    private readonly audit: Audit,
    private readonly deadlines: Deadlines,
    private readonly members: MembersService,
    private readonly units: DirectoryUnitsService,
    private readonly photos: PhotosService,
  ) {}

  /**
   * The letter as this actor may see it. A look of the office goes into the audit log (design §11).
   * @throws {Problem} 404 when it is not for this actor.
   */
  async show(actor: Actor, letterId: string): Promise<LetterView> {
    const [row] = await this.database.read.query<LetterRow[]>(SELECT_LETTER, [letterId]);
    const letter = row && letterOf(row);
    const party = letter && partyOf(actor, letter);
    if (!letter || !party) throw notFound('这封来信');
    if (party === 'office') {
      await this.audit.append({
        accountId: actor.accountId,
        action: 'letter_read_by_office',
        subjectKind: 'letter',
        subjectId: letterId,
      });
    }
    return this.compose(actor, party, await this.partsOf(actor, letter, party));
  }

  /** Marks the own side of a letter as read. */
  async markRead(actor: Actor, letterId: string): Promise<void> {
    const letter = await this.database.read.findOneBy(Letter, { id: letterId });
    const party = letter && partyOf(actor, letter);
    if (!letter || !party) throw notFound('这封来信');
    if (party === 'office') return;
    const column = party === 'writer' ? 'writerUnread' : 'memberUnread';
    if (!letter[column]) return;
    await this.database.write((manager) => manager.update(Letter, { id: letterId }, { [column]: false }));
  }

  /** Puts a letter together as a party sees it. The caller has checked that the actor is that party. */
  async compose(actor: Actor, party: LetterViewer, parts: LetterParts): Promise<LetterView> {
    const { letter, messages, events, member, townshipName, notes } = parts;
    const circumstances = await this.changes.circumstancesOf(letter, party, messages);
    const now = this.clock.now();
    return {
      id: letter.id,
      reference: letter.reference,
      party,
      title: letter.title,
      category: letter.category,
      state: letter.state,
      stateLabel: LETTER_STATE_LABELS[letter.state],
      nextStep: nextStepOf(letter, member?.name ?? '', party, now),
      nameDisplay: letter.nameDisplay,
      writerName: letter.shownName,
      member: letterMember(member ?? undefined, letter.memberId),
      place: letter.place,
      townshipName,
      consentOpinion: Boolean(letter.consentOpinion),
      consentName: Boolean(letter.consentName),
      sentAt: asIso(letter.sentAt),
      deliveredAt: asIso(letter.deliveredAt),
      firstAnswerDue: asIso(letter.due),
      closingDue: asIso(letter.closingDue),
      deadline: this.deadlines.stateOf(letter.due),
      closedAt: asIso(letter.closedAt),
      rating: letter.rating,
      ratingWords: letter.ratingWords,
      snoozedUntil: party === 'addressee' ? asIso(letter.snoozedUntil) : null,
      referral: letter.referral,
      returnReason: letter.returnReason,
      messages: await this.messageViews(messages, party, actor),
      journey: events
        .filter(({ type }) => isShownStep(type))
        .map((event) => ({ id: event.id, type: event.type, at: asIso(event.at), ...wordStep(event) })),
      notes: notes.map(({ id, text, at }) => ({ id, text, at: asIso(at) })),
      allowedActions: allowedLetterActions(party, circumstances),
      version: letter.version,
    };
  }

  private async partsOf(actor: Actor, letter: Letter, party: LetterViewer): Promise<LetterParts> {
    const [messages, member, townships, events, notes] = await Promise.all([
      this.messagesOf(letter.id),
      this.members.find(letter.memberId),
      this.units.namesOf(letter.townshipId ? [letter.townshipId] : []),
      this.journey.of(letter.id),
      party === 'addressee' ? this.notesOf(actor, letter.id) : [],
    ]);
    return { letter, messages, events, member, townshipName: townships.get(letter.townshipId ?? '') ?? null, notes };
  }

  /** The other side's messages only once they have passed the check; the words to a rating are shown with the rating. */
  private async messageViews(
    messages: LetterMessage[],
    viewer: LetterViewer,
    actor: Actor,
  ): Promise<LetterMessageView[]> {
    const own = ({ accountId }: LetterMessage) => viewer !== 'office' && accountId === actor.accountId;
    const shown = messages.filter(
      (message) =>
        !HIDDEN_PURPOSES.includes(message.purpose) &&
        (message.checkState === 'passed' || viewer === 'office' || own(message)),
    );
    const photos = await this.photos.viewOf(shown.flatMap(({ photoIds }) => photoIds));
    const byId = new Map(photos.map((photo) => [photo.id, photo]));
    return shown.map((message) => ({
      id: message.id,
      author: message.author,
      purpose: message.purpose,
      authorName: message.author === 'writer' && own(message) ? '我' : message.authorName,
      text: message.text,
      photos: message.photoIds.flatMap((id) => byId.get(id) ?? []),
      at: asIso(message.at),
      checkState: message.checkState,
      rule: screeningRuleName(message.ruleCode),
      appeal: message.appeal,
      appealable: own(message) && message.checkState === 'withheld' && message.appeal === 'none',
    }));
  }

  /** Plain rows: this page is opened often. */
  private async messagesOf(letterId: string): Promise<LetterMessage[]> {
    const rows = await this.database.read.query<StoredMessage[]>(
      `SELECT id, letterId, author, purpose, facts, accountId, authorName, text, photoIds, at, checkState, ruleCode, appeal
       FROM letter_messages WHERE letterId = ? ORDER BY id`,
      [letterId],
    );
    return rows.map((row) => ({
      ...row,
      at: asDate(row.at),
      facts: JSON.parse(row.facts) as LetterMessage['facts'],
      photoIds: JSON.parse(row.photoIds) as string[],
    }));
  }

  private notesOf(actor: Actor, letterId: string): Promise<NoteRow[]> {
    const memberId = actor.memberId ?? '';
    return this.database.read.query<NoteRow[]>(
      'SELECT id, text, at FROM letter_notes WHERE letterId = ? AND memberId = ? ORDER BY id',
      [letterId, memberId],
    );
  }
}
