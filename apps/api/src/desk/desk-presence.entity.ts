import type { SubmissionKind } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody has a submission open at a desk. The screen says so every 30 seconds; what was not said for 90 is over. */
@Entity('desk_presences')
@Index('ix_desk_presences_at', ['at'])
export class DeskPresence {
  @PrimaryColumn('varchar', { length: 36 })
  subjectId: string;

  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 12 })
  subjectKind: SubmissionKind;

  @Column('varchar', { length: 20 })
  name: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
