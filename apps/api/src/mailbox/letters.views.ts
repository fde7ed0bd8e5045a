import {
  DEADLINE_STATES,
  type DeadlineState,
  LETTER_ACTIONS,
  LETTER_CATEGORIES,
  LETTER_STATES,
  type LetterAction,
  type LetterCategory,
  type LetterState,
  NAME_DISPLAYS,
  type NameDisplay,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Photo } from '../photos/photos.dto.js';
import {
  APPEAL_STATES,
  type AppealState,
  CHECK_STATES,
  type CheckState,
  MESSAGE_PURPOSES,
  type MessagePurpose,
} from './letter-message.entity.js';
import { PublishedAnswerView } from './published-answers/published-answers.dto.js';

/** As what somebody looks at a letter. */
export const LETTER_VIEWERS = ['writer', 'addressee', 'office'] as const;
export type LetterViewer = (typeof LETTER_VIEWERS)[number];

const instantOrNull = { type: String, format: 'date-time', nullable: true } as const;

/** The member a letter is addressed to. */
export class LetterMember {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  sectorName: string;

  @ApiProperty({ type: String, nullable: true })
  portraitUrl: string | null;
}

/** A letter in its writer's list. */
export class LetterSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reference: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: LETTER_CATEGORIES, enumName: 'LetterCategory' })
  category: LetterCategory;

  @ApiProperty({ enum: LETTER_STATES, enumName: 'LetterState' })
  state: LetterState;

  @ApiProperty()
  stateLabel: string;

  @ApiProperty({ type: LetterMember })
  member: LetterMember;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ format: 'date-time' })
  lastActivityAt: string;

  @ApiProperty()
  unread: boolean;

  /** What happens next and by when, in a sentence. */
  @ApiProperty()
  nextStep: string;

  @ApiProperty(instantOrNull)
  firstAnswerDue: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;
}

/** A letter in the member's inbox. */
export class MailboxLetter {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reference: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: LETTER_CATEGORIES, enumName: 'LetterCategory' })
  category: LetterCategory;

  @ApiProperty({ enum: LETTER_STATES, enumName: 'LetterState' })
  state: LetterState;

  /** The name as the writer chose to give it. */
  @ApiProperty()
  writerName: string;

  @ApiProperty({ type: String, nullable: true })
  townshipName: string | null;

  @ApiProperty()
  excerpt: string;

  @ApiProperty({ type: 'integer' })
  photoCount: number;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ format: 'date-time' })
  lastActivityAt: string;

  @ApiProperty()
  unread: boolean;

  @ApiProperty(instantOrNull)
  due: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty(instantOrNull)
  snoozedUntil: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  rating: number | null;
}

/** One message of the thread. */
export class LetterMessageView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['writer', 'member'] })
  author: 'writer' | 'member';

  @ApiProperty({ enum: MESSAGE_PURPOSES, enumName: 'MessagePurpose' })
  purpose: MessagePurpose;

  @ApiProperty()
  authorName: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: [Photo] })
  photos: Photo[];

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: CHECK_STATES, enumName: 'CheckState' })
  checkState: CheckState;

  /** The rule by which it was withheld, in Chinese. */
  @ApiProperty({ type: String, nullable: true })
  rule: string | null;

  @ApiProperty({ enum: APPEAL_STATES, enumName: 'AppealState' })
  appeal: AppealState;

  /** The viewer may appeal against its being withheld. */
  @ApiProperty()
  appealable: boolean;
}

/** One step of the journey, in plain words. */
export class JourneyStepView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: String, nullable: true })
  detail: string | null;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** A note to self. */
export class LetterNoteView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** The place a letter is about. */
export class PlaceView {
  @ApiProperty()
  name: string;

  @ApiProperty({ type: Number, nullable: true })
  latitude: number | null;

  @ApiProperty({ type: Number, nullable: true })
  longitude: number | null;
}

/** The channel a letter was referred to. */
export class ReferralView {
  @ApiProperty()
  channelName: string;

  @ApiProperty()
  contact: string;

  @ApiProperty()
  reason: string;
}

/** A letter with its thread and journey, as the viewer may see it. */
export class LetterView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reference: string;

  /** As what the viewer looks at it. */
  @ApiProperty({ enum: LETTER_VIEWERS, enumName: 'LetterViewer' })
  party: LetterViewer;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: LETTER_CATEGORIES, enumName: 'LetterCategory' })
  category: LetterCategory;

  @ApiProperty({ enum: LETTER_STATES, enumName: 'LetterState' })
  state: LetterState;

  @ApiProperty()
  stateLabel: string;

  @ApiProperty()
  nextStep: string;

  @ApiProperty({ enum: NAME_DISPLAYS, enumName: 'NameDisplay' })
  nameDisplay: NameDisplay;

  @ApiProperty()
  writerName: string;

  @ApiProperty({ type: LetterMember })
  member: LetterMember;

  @ApiProperty({ type: PlaceView, nullable: true })
  place: PlaceView | null;

  @ApiProperty({ type: String, nullable: true })
  townshipName: string | null;

  @ApiProperty()
  consentOpinion: boolean;

  /** The name may be given in an opinion. */
  @ApiProperty()
  consentName: boolean;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty(instantOrNull)
  deliveredAt: string | null;

  @ApiProperty(instantOrNull)
  firstAnswerDue: string | null;

  @ApiProperty(instantOrNull)
  closingDue: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty(instantOrNull)
  closedAt: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  rating: number | null;

  @ApiProperty({ type: String, nullable: true })
  ratingWords: string | null;

  /** For the addressee only. */
  @ApiProperty(instantOrNull)
  snoozedUntil: string | null;

  @ApiProperty({ type: ReferralView, nullable: true })
  referral: ReferralView | null;

  @ApiProperty({ type: String, nullable: true })
  returnReason: string | null;

  @ApiProperty({ type: [LetterMessageView] })
  messages: LetterMessageView[];

  @ApiProperty({ type: [JourneyStepView] })
  journey: JourneyStepView[];

  /** For the addressee only. */
  @ApiProperty({ type: [LetterNoteView] })
  notes: LetterNoteView[];

  /** What the viewer may do now; screens draw their buttons from it. */
  @ApiProperty({ enum: LETTER_ACTIONS, enumName: 'LetterAction', isArray: true })
  allowedActions: LetterAction[];

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** What has been said before about the same matter. */
export class SimilarLetters {
  @ApiProperty({ type: [LetterSummary] })
  own: LetterSummary[];

  @ApiProperty({ type: [PublishedAnswerView] })
  published: PublishedAnswerView[];
}

/** Counts of the own letters. */
export class LetterCounts {
  @ApiProperty({ type: 'integer' })
  unread: number;

  @ApiProperty({ type: 'integer' })
  all: number;
}
