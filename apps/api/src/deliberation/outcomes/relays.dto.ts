import {
  DEADLINE_STATES,
  type DeadlineState,
  FOLLOW_UP_STATUSES,
  type FollowUpStatus,
  LIMITS,
  RELAY_ACTIONS,
  RELAY_STATES,
  type RelayAction,
  type RelayState,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Photo } from '../../photos/photos.dto.js';
import { ChoiceField, TextField, VersionField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { SignedDecisionView, SubmissionLink } from './decision-view.js';
import { RELAY_PURPOSES, type RelayPurpose } from './relay.entity.js';

/** Which of the own relays. */
export class RelaysQuery extends PageQuery {
  /** Without it: what the member still has to see to, the earliest due first. */
  @ChoiceField({ label: '状态', of: RELAY_STATES, name: 'RelayState', optional: true })
  state?: RelayState;
}

/** Sends a relay in these words. */
export class SendRelay {
  @VersionField()
  version: number;

  @TextField({ label: '转告的话', max: LIMITS.relayText })
  text: string;
}

/** The letter into which a relay goes. */
export class RelayLetter {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reference: string;

  @ApiProperty()
  title: string;

  /** The name as the writer chose to give it. */
  @ApiProperty()
  writerName: string;
}

/** A relay in the member's list. */
export class RelaySummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: RELAY_PURPOSES, enumName: 'RelayPurpose' })
  purpose: RelayPurpose;

  @ApiProperty({ enum: RELAY_STATES, enumName: 'RelayState' })
  state: RelayState;

  @ApiProperty()
  stateLabel: string;

  @ApiProperty({ type: RelayLetter, nullable: true })
  letter: RelayLetter | null;

  /** The own opinion that was drawn from the letter. */
  @ApiProperty({ type: SubmissionLink })
  opinion: SubmissionLink;

  @ApiProperty()
  outcomeLabel: string;

  @ApiProperty({ format: 'date-time' })
  due: string;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;

  @ApiProperty({ enum: RELAY_ACTIONS, enumName: 'RelayAction', isArray: true })
  allowedActions: RelayAction[];

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** The follow-up that a relay tells of. */
export class RelayFollowUp {
  @ApiProperty({ enum: FOLLOW_UP_STATUSES, enumName: 'FollowUpStatus' })
  status: FollowUpStatus;

  @ApiProperty()
  statusLabel: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: [Photo] })
  photos: Photo[];
}

/** A relay with its words, for the member who sends it. */
export class RelayView extends RelaySummary {
  /** Ready-made, or as the member sent it. */
  @ApiProperty()
  text: string;

  /** What it tells of. */
  @ApiProperty({ type: SignedDecisionView })
  decision: SignedDecisionView;

  @ApiProperty({ type: RelayFollowUp, nullable: true })
  followUp: RelayFollowUp | null;

  /** Why the check withheld it. */
  @ApiProperty({ type: String, nullable: true })
  withheldReason: string | null;
}

/** How many own relays wait. */
export class RelayCounts {
  /** Not sent yet: ready or withheld by the check. */
  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  overdue: number;

  @ApiProperty({ type: 'integer' })
  withheld: number;
}

/** Boxes of the board: due soon, overdue, all that is not sent. */
export const RELAY_BOXES = ['due', 'overdue', 'all'] as const;
export type RelayBox = (typeof RELAY_BOXES)[number];

/** Which relays the board shows. */
export class RelayBoardQuery extends PageQuery {
  @ChoiceField({ label: '分类', of: RELAY_BOXES, name: 'RelayBox' })
  box: RelayBox;
}

/** Reminds the member of a relay. */
export class RemindRelay {
  @VersionField()
  version: number;
}

/** A relay on the board of member affairs and the office: who has not told whom, and never a word of the letter. */
export class RelayBoardRow {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: RELAY_PURPOSES, enumName: 'RelayPurpose' })
  purpose: RelayPurpose;

  @ApiProperty({ enum: RELAY_STATES, enumName: 'RelayState' })
  state: RelayState;

  @ApiProperty({ format: 'uuid' })
  memberId: string;

  @ApiProperty()
  memberName: string;

  @ApiProperty()
  sectorName: string;

  @ApiProperty({ type: SubmissionLink })
  opinion: SubmissionLink;

  @ApiProperty({ type: String, nullable: true })
  letterReference: string | null;

  @ApiProperty({ format: 'date-time' })
  due: string;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty({ type: 'integer' })
  overdueWorkingDays: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  remindedAt: string | null;

  @ApiProperty({ enum: RELAY_ACTIONS, enumName: 'RelayAction', isArray: true })
  allowedActions: RelayAction[];

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** How many relays are in each box of the board. */
export class RelayBoardCounts {
  @ApiProperty({ type: 'integer' })
  due: number;

  @ApiProperty({ type: 'integer' })
  overdue: number;

  @ApiProperty({ type: 'integer' })
  all: number;

  /** Members who have not sent something that is overdue. */
  @ApiProperty({ type: 'integer' })
  membersOverdue: number;
}
