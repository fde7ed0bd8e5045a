import {
  DEADLINE_STATES,
  type DeadlineState,
  DIGEST_ACTIONS,
  DIGEST_STATES,
  type DigestAction,
  type DigestState,
  LIMITS,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, TextField, VersionField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { FEEDBACK_ROLES, type FeedbackRole } from './adoption-feedback.entity.js';
import { SignedDecisionView, SubmissionLink } from './decision-view.js';

/** Other words for the feedback of one item; `null` goes back to the ready-made ones. */
export class WordFeedback {
  /** The item's version. */
  @VersionField()
  version: number;

  @TextField({ label: '反馈文字', max: LIMITS.feedbackText, nullable: true })
  text: string | null;
}

/** Sends what was not sent yet. */
export class SendFeedback {
  /** The digest's version. */
  @VersionField()
  version: number;
}

/** A member who is told. */
export class FeedbackRecipient {
  @ApiProperty({ format: 'uuid' })
  memberId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: FEEDBACK_ROLES, enumName: 'FeedbackRole', isArray: true })
  roles: FeedbackRole[];
}

/** The feedback of one item of a digest, before or after it was sent. */
export class ItemFeedback {
  @ApiProperty({ format: 'uuid' })
  itemId: string;

  /** Place on the digest. */
  @ApiProperty({ type: 'integer' })
  position: number;

  @ApiProperty({ type: SubmissionLink })
  submission: SubmissionLink;

  /** The decision in force; null until one is signed. */
  @ApiProperty({ type: SignedDecisionView, nullable: true })
  decision: SignedDecisionView | null;

  /** What is sent: ready-made, or as the office edited it. Empty until a decision is signed. */
  @ApiProperty()
  text: string;

  @ApiProperty()
  edited: boolean;

  @ApiProperty({ type: [FeedbackRecipient] })
  recipients: FeedbackRecipient[];

  /** Letters into which the outcome is then relayed. */
  @ApiProperty({ type: 'integer' })
  sourceCount: number;

  /** When the decision in force was sent; null while it waits. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;

  /** Members who have opened it. */
  @ApiProperty({ type: 'integer' })
  readCount: number;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** The feedback of a digest. */
export class DigestFeedback {
  @ApiProperty({ format: 'uuid' })
  digestId: string;

  @ApiProperty({ enum: DIGEST_STATES, enumName: 'DigestState' })
  state: DigestState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  due: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty({ type: [ItemFeedback] })
  items: ItemFeedback[];

  /** Of `word_feedback` and `send_feedback`, what is open now. */
  @ApiProperty({ enum: DIGEST_ACTIONS, enumName: 'DigestAction', isArray: true })
  allowedActions: DigestAction[];

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** The two sides of the board: decided and not all told yet, and told. */
export const FEEDBACK_BOXES = ['waiting', 'sent'] as const;
export type FeedbackBox = (typeof FEEDBACK_BOXES)[number];

/** Which digests the board shows. */
export class FeedbackBoardQuery extends PageQuery {
  @ChoiceField({ label: '分类', of: FEEDBACK_BOXES, name: 'FeedbackBox' })
  box: FeedbackBox;
}

/** A digest on the board. */
export class FeedbackBoardRow {
  @ApiProperty({ format: 'uuid' })
  digestId: string;

  @ApiProperty()
  reference: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  meetingName: string;

  @ApiProperty({ format: 'date' })
  meetingDate: string;

  @ApiProperty({ enum: DIGEST_STATES, enumName: 'DigestState' })
  state: DigestState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  due: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty({ type: 'integer' })
  itemCount: number;

  /** Items whose decision in force has not been sent. */
  @ApiProperty({ type: 'integer' })
  waitingCount: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  fedBackAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** A feedback as the member who got it reads it. */
export class ReceivedFeedback {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The own opinion, or the sector voice with a part of the member's. */
  @ApiProperty({ type: SubmissionLink })
  submission: SubmissionLink;

  @ApiProperty({ enum: FEEDBACK_ROLES, enumName: 'FeedbackRole' })
  role: FeedbackRole;

  @ApiProperty()
  meetingName: string;

  @ApiProperty({ format: 'date' })
  meetingDate: string;

  @ApiProperty({ type: SignedDecisionView })
  decision: SignedDecisionView;

  @ApiProperty()
  text: string;

  /** Own relays of this outcome that have not been sent yet. */
  @ApiProperty({ type: 'integer' })
  relaysWaiting: number;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null;
}
