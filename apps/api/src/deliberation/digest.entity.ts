import type { DigestState } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A part of a digest under a heading of its own. */
export interface DigestSection {
  readonly id: string;
  readonly title: string;
}

/** What the office submits to one chairpersons' meeting (glossary: Digest; Art. 19, 22). */
@Entity('digests')
@Index('ix_digests_created', ['createdAt', 'id'])
@Index('ix_digests_state', ['state', 'createdAt', 'id'])
export class Digest {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** The number people read out: 汇总 2026-003. */
  @Index('ux_digests_reference', { unique: true })
  @Column('varchar', { length: 30 })
  reference: string;

  @Column('varchar', { length: 60 })
  title: string;

  @Column('varchar', { length: 60 })
  meetingName: string;

  /** Calendar day of the meeting in Asia/Shanghai, `YYYY-MM-DD`. */
  @Column('varchar', { length: 10 })
  meetingDate: string;

  @Column('varchar', { length: 10 })
  state: DigestState;

  /** The document carries the issuer's name in red above a red rule (GB/T 9704-2012, 7.2). */
  @Column('boolean')
  redHeading: boolean;

  /** Who signs the document, at its end and in its red heading. */
  @Column('varchar', { length: 40, nullable: true })
  issuer: string | null;

  /** What stands before the first item. */
  @Column('text', { nullable: true })
  preface: string | null;

  /** In their order. */
  @Column('simple-json')
  sections: DigestSection[];

  @Column('datetime', { precision: 3, nullable: true })
  submittedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  fedBackAt: Date | null;

  /** By when the members are told, in working days from the meeting. */
  @Column('datetime', { precision: 3, nullable: true })
  feedbackDue: Date | null;

  @Column('varchar', { length: 36 })
  createdBy: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  updatedAt: Date;

  @Column('int')
  version: number;
}
