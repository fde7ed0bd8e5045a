import { DEADLINE_STATES, type DeadlineState, FOLLOW_UP_STATUSES, type FollowUpStatus, LIMITS } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Photo } from '../../photos/photos.dto.js';
import { ChoiceField, IdListField, TextField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { SubmissionLink } from './decision-view.js';

/** How far the responsible body is. */
export class RecordFollowUp {
  @ChoiceField({ label: '办理情况', of: FOLLOW_UP_STATUSES, name: 'FollowUpStatus' })
  status: FollowUpStatus;

  @TextField({ label: '说明', max: LIMITS.followUpText })
  text: string;

  @IdListField({ label: '照片', max: LIMITS.followUpPhotos })
  photoIds: string[];
}

/** A recorded follow-up. */
export class FollowUpView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: FOLLOW_UP_STATUSES, enumName: 'FollowUpStatus' })
  status: FollowUpStatus;

  @ApiProperty()
  statusLabel: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: [Photo] })
  photos: Photo[];

  @ApiProperty()
  recorderName: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** Boxes of the board: due soon, overdue, all. What is done or cannot be done is in `all` only. */
export const FOLLOW_UP_BOXES = ['due', 'overdue', 'all'] as const;
export type FollowUpBox = (typeof FOLLOW_UP_BOXES)[number];

/** Which responsible items to list. */
export class FollowUpsQuery extends PageQuery {
  @ChoiceField({ label: '分类', of: FOLLOW_UP_BOXES, name: 'FollowUpBox' })
  box: FollowUpBox;

  @ChoiceField({ label: '办理情况', of: FOLLOW_UP_STATUSES, name: 'FollowUpStatus', optional: true })
  status?: FollowUpStatus;

  /** In number, title or responsible body. */
  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** An item for which a body is responsible. */
export class ResponsibleItemRow {
  @ApiProperty({ format: 'uuid' })
  itemId: string;

  @ApiProperty({ format: 'uuid' })
  digestId: string;

  @ApiProperty({ type: SubmissionLink })
  submission: SubmissionLink;

  @ApiProperty()
  responsibleBody: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueDate: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty({ enum: FOLLOW_UP_STATUSES, enumName: 'FollowUpStatus' })
  status: FollowUpStatus;

  @ApiProperty()
  statusLabel: string;

  /** When the last follow-up was recorded. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  statusAt: string | null;
}
