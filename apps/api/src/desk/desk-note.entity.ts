import type { OpinionDesk, SubmissionKind } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What colleagues of one desk write to each other about a submission. No other desk and no member reads it. */
@Entity('desk_notes')
@Index('ix_desk_notes_subject', ['subjectId', 'desk', 'deskUnitId', 'id'])
export class DeskNote {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 12 })
  subjectKind: SubmissionKind;

  @Column('varchar', { length: 36 })
  subjectId: string;

  @Column('varchar', { length: 20 })
  desk: OpinionDesk;

  /** The sector or committee of the desk; empty for the office, because keys are compared. */
  @Column('varchar', { length: 36 })
  deskUnitId: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 20 })
  authorName: string;

  @Column('varchar', { length: 500 })
  text: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
