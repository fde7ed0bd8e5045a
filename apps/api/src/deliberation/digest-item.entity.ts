import type { OpinionDesk, SubmissionKind } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A submission on a digest (glossary: DigestItem). The unique key keeps a submission on one digest at most. */
@Entity('digest_items')
@Index('ux_digest_items_submission', ['submissionKind', 'submissionId'], { unique: true })
@Index('ix_digest_items_digest', ['digestId', 'position'])
@Index('ix_digest_items_desk', ['desk', 'deskUnitId', 'digestId'])
export class DigestItem {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  digestId: string;

  @Column('varchar', { length: 12 })
  submissionKind: SubmissionKind;

  @Column('varchar', { length: 36 })
  submissionId: string;

  /** The desk that the submission was handed in at, kept here so that its staff find their items. */
  @Column('varchar', { length: 20 })
  desk: OpinionDesk;

  /** The sector or the special committee of that desk. */
  @Column('varchar', { length: 36, nullable: true })
  deskUnitId: string | null;

  @Column('varchar', { length: 36, nullable: true })
  sectionId: string | null;

  /** Place on the whole digest: 1, 2, 3 … */
  @Column('int')
  position: number;

  /** What the office says of it in short, in place of the whole text. */
  @Column('text', { nullable: true })
  summary: string | null;

  /** The words of the feedback as the office edited them. */
  @Column('text', { nullable: true })
  feedbackText: string | null;

  @Column('int')
  version: number;
}
