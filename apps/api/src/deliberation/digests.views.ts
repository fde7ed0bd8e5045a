import {
  DEADLINE_STATES,
  type DeadlineState,
  DIGEST_ACTIONS,
  DIGEST_STATES,
  type DigestAction,
  type DigestState,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { DigestItemView } from './digest-items.views.js';
import { DIGEST_VIEWERS, type DigestViewer } from './digests.policy.js';

const instantOrNull = { type: String, format: 'date-time', nullable: true } as const;
const textOrNull = { type: String, nullable: true } as const;
const count = { type: 'integer' } as const;

/** A digest in a list. */
export class DigestSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

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

  @ApiProperty()
  stateLabel: string;

  /** Of those that the viewer may see; so are the counts below. */
  @ApiProperty(count)
  itemCount: number;

  /** Items whose decision is signed and not being changed. */
  @ApiProperty(count)
  decidedCount: number;

  /** Items with a decision that waits for a signature. */
  @ApiProperty(count)
  unsignedCount: number;

  @ApiProperty(count)
  remarkCount: number;

  @ApiProperty(instantOrNull)
  submittedAt: string | null;

  @ApiProperty(instantOrNull)
  decidedAt: string | null;

  @ApiProperty(instantOrNull)
  fedBackAt: string | null;

  /** By when the members are told. */
  @ApiProperty(instantOrNull)
  feedbackDue: string | null;

  /** Where that stands; `none` before the decisions and after the feedback. */
  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** As what the viewer looks at it. */
  @ApiProperty({ enum: DIGEST_VIEWERS, enumName: 'DigestViewer' })
  viewer: DigestViewer;

  /** What the viewer may do now; screens draw their buttons from it. */
  @ApiProperty({ enum: DIGEST_ACTIONS, enumName: 'DigestAction', isArray: true })
  allowedActions: DigestAction[];

  @ApiProperty(count)
  version: number;
}

/** A part of a digest. */
export class DigestSectionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;
}

/** A digest with its items, as the viewer may see it. */
export class DigestView extends DigestSummary {
  @ApiProperty()
  redHeading: boolean;

  @ApiProperty(textOrNull)
  issuer: string | null;

  @ApiProperty(textOrNull)
  preface: string | null;

  @ApiProperty()
  createdByName: string;

  @ApiProperty({ type: [DigestSectionView] })
  sections: DigestSectionView[];

  /** In their order: first those in no section, then section by section. */
  @ApiProperty({ type: [DigestItemView] })
  items: DigestItemView[];
}

/** An item after a change, and where its digest stands now. */
export class ChangedDigestItem {
  @ApiProperty({ type: DigestItemView })
  item: DigestItemView;

  @ApiProperty({ type: DigestSummary })
  digest: DigestSummary;
}

/** A remark of a leader. */
export class RemarkView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  itemId: string | null;

  @ApiProperty()
  authorName: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  /** The viewer wrote it. */
  @ApiProperty()
  own: boolean;
}
