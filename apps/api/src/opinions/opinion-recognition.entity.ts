import type { RecognitionKind, SubmissionKind } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That an opinion or a sector voice was taken up above the county, or that a leader wrote an instruction on it. */
@Entity('opinion_recognitions')
@Index('ix_opinion_recognitions_subject', ['subjectId', 'date', 'id'])
export class OpinionRecognition {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 12 })
  subjectKind: SubmissionKind;

  @Column('varchar', { length: 36 })
  subjectId: string;

  @Column('varchar', { length: 12 })
  kind: RecognitionKind;

  /** Which body took it up, or who wrote the instruction. */
  @Column('varchar', { length: 60 })
  body: string;

  /** The document: its title or number. */
  @Column('varchar', { length: 100 })
  document: string;

  /** The day of it, `YYYY-MM-DD`. */
  @Column('varchar', { length: 10 })
  date: string;

  @Column('varchar', { length: 500, nullable: true })
  note: string | null;

  /** Who recorded it. */
  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
