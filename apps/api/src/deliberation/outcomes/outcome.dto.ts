import { RELAY_STATES, type RelayState } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { SignedDecisionView } from './decision-view.js';
import { FollowUpView } from './follow-ups.dto.js';
import { RELAY_PURPOSES, type RelayPurpose } from './relay.entity.js';

/** How far one relay is. Its words are the member's and the constituent's, and not here. */
export class OutcomeRelay {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: RELAY_PURPOSES, enumName: 'RelayPurpose' })
  purpose: RelayPurpose;

  @ApiProperty()
  memberName: string;

  /** The viewer is the member who tells. */
  @ApiProperty()
  own: boolean;

  @ApiProperty({ enum: RELAY_STATES, enumName: 'RelayState' })
  state: RelayState;

  @ApiProperty()
  stateLabel: string;

  @ApiProperty({ format: 'date-time' })
  due: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;
}

/** What became of an opinion or a sector voice, as far as the viewer may know. */
export class OutcomeView {
  /** The digest's meeting; null while it is on none. */
  @ApiProperty({ type: String, nullable: true })
  meetingName: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  meetingDate: string | null;

  /** The item on the digest; for desks and leaders. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  itemId: string | null;

  /** The decision in force. Members read it once it was fed back to them, desks and leaders once it is signed. */
  @ApiProperty({ type: SignedDecisionView, nullable: true })
  decision: SignedDecisionView | null;

  /** Earlier decisions that it replaces, oldest first. */
  @ApiProperty({ type: [SignedDecisionView] })
  corrected: SignedDecisionView[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  fedBackAt: string | null;

  /** What the viewer was told, when a member. */
  @ApiProperty({ type: String, nullable: true })
  feedbackText: string | null;

  @ApiProperty({ type: [OutcomeRelay] })
  relays: OutcomeRelay[];

  @ApiProperty({ type: [FollowUpView] })
  followUps: FollowUpView[];

  /** Everybody was told, and nobody is responsible for anything any more. */
  @ApiProperty()
  allDone: boolean;
}
