import type { OpinionDesk, OpinionKind, OpinionState, OpinionTheme, SubmissionKind, TopicUse } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a member reflects upward, one matter each (Art. 5, 17–19). */
@Entity('opinions')
@Index('ix_opinions_author', ['authorMemberId', 'updatedAt', 'id'])
@Index('ix_opinions_desk_state', ['desk', 'deskUnitId', 'state', 'submittedAt', 'id'])
@Index('ix_opinions_desk', ['desk', 'deskUnitId', 'submittedAt', 'id'])
@Index('ix_opinions_accepted', ['state', 'acceptedAt', 'id'])
@Index('ix_opinions_assignee', ['assigneeAccountId', 'state', 'submittedAt', 'id'])
export class Opinion {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 12 })
  kind: OpinionKind;

  /** Empty until written. */
  @Column('varchar', { length: 60 })
  title: string;

  @Column('varchar', { length: 20, nullable: true })
  theme: OpinionTheme | null;

  /** The parts of the text by their key, see `OPINION_SECTIONS`. */
  @Column('simple-json')
  sections: Record<string, string>;

  @Column('varchar', { length: 12 })
  state: OpinionState;

  @Column('varchar', { length: 36 })
  authorMemberId: string;

  @Column('varchar', { length: 36 })
  authorAccountId: string;

  /** The author's sector when it was begun. */
  @Column('varchar', { length: 36 })
  sectorId: string;

  /** The township it is about, if one. */
  @Column('varchar', { length: 36, nullable: true })
  townshipId: string | null;

  /** Where it is handed in, or was passed on to. */
  @Column('varchar', { length: 20 })
  desk: OpinionDesk;

  /** The sector of a sector group or the special committee; null for the office. */
  @Column('varchar', { length: 36, nullable: true })
  deskUnitId: string | null;

  /** The body that a proposal suggests to handle it. */
  @Column('varchar', { length: 60, nullable: true })
  suggestedBody: string | null;

  /** The use that a topic is suggested for (Art. 18). */
  @Column('varchar', { length: 30, nullable: true })
  topicUse: TopicUse | null;

  /** The body that a topic is suggested to (Art. 18). */
  @Column('varchar', { length: 60, nullable: true })
  topicBody: string | null;

  /** The number given at acceptance: 社情民意 2026-0042. */
  @Index('ux_opinions_reference', { unique: true })
  @Column('varchar', { length: 30, nullable: true })
  reference: string | null;

  /** What it was merged under; it stays set when the fate of the whole moves on. */
  @Column('varchar', { length: 12, nullable: true })
  mergedIntoKind: SubmissionKind | null;

  @Index('ix_opinions_merged_into')
  @Column('varchar', { length: 36, nullable: true })
  mergedIntoId: string | null;

  @Column('varchar', { length: 500, nullable: true })
  returnReason: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  submittedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  acceptedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  mergedAt: Date | null;

  /** When the digest that it is on, by itself or with what it was merged under, was submitted to the leaders; null once taken back. */
  @Column('datetime', { precision: 3, nullable: true })
  listedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  fedBackAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  relayedAt: Date | null;

  /** By when the desk accepts or returns it; null while it does not wait for that. */
  @Column('datetime', { precision: 3, nullable: true })
  intakeDue: Date | null;

  /** Who at the desk looks after it. */
  @Column('varchar', { length: 36, nullable: true })
  assigneeAccountId: string | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  updatedAt: Date;

  @Column('int')
  version: number;
}
