import type { FollowUpStatus, SubmissionKind } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Sorts after every day: an item for which no day was set. */
export const NO_DUE_DATE = '9999-12-31';

/**
 * An item for which a body is responsible by the decision that was fed back last, with how far that body is: what the board of
 * follow-ups lists. It goes when a correction leaves nobody responsible.
 */
@Entity('responsible_items')
@Index('ix_responsible_items_due', ['dueDate', 'itemId'])
@Index('ix_responsible_items_status', ['status', 'dueDate', 'itemId'])
export class ResponsibleItem {
  @PrimaryColumn('varchar', { length: 36 })
  itemId: string;

  @Column('varchar', { length: 36 })
  digestId: string;

  @Column('varchar', { length: 36 })
  decisionId: string;

  @Column('varchar', { length: 12 })
  submissionKind: SubmissionKind;

  @Column('varchar', { length: 36 })
  submissionId: string;

  /** Number and title of the submission, which do not change once it is on a digest. */
  @Column('varchar', { length: 40 })
  reference: string;

  @Column('varchar', { length: 60 })
  title: string;

  @Column('varchar', { length: 60 })
  responsibleBody: string;

  /** `YYYY-MM-DD`, or {@link NO_DUE_DATE}. */
  @Column('varchar', { length: 10 })
  dueDate: string;

  /** Of the last follow-up; `not_started` before the first. */
  @Column('varchar', { length: 16 })
  status: FollowUpStatus;

  @Column('datetime', { precision: 3, nullable: true })
  statusAt: Date | null;
}
