import type { SourceKind } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What an opinion was drawn from. The outcome goes back along this link to whoever said it (Art. 19). */
@Entity('opinion_sources')
@Index('ux_opinion_sources_source', ['opinionId', 'sourceKind', 'sourceId'], { unique: true })
@Index('ix_opinion_sources_source', ['sourceKind', 'sourceId'])
export class OpinionSource {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  opinionId: string;

  @Column('varchar', { length: 20 })
  sourceKind: SourceKind;

  @Column('varchar', { length: 36 })
  sourceId: string;

  /** The passage used; null without one or without the writer's consent. */
  @Column('varchar', { length: 500, nullable: true })
  quote: string | null;

  /** Whose mailbox or record it was in when it was linked. */
  @Column('varchar', { length: 36 })
  memberId: string;

  /** Who said it, where that is an account. */
  @Column('varchar', { length: 36, nullable: true })
  writerAccountId: string | null;

  /** The writer's name, only where the writer agreed that it be given. */
  @Column('varchar', { length: 20, nullable: true })
  shownName: string | null;

  /** The number of the letter or record. */
  @Column('varchar', { length: 30 })
  sourceReference: string;

  /** The writer agreed to be quoted. */
  @Column('boolean')
  quotable: boolean;

  @Column('datetime', { precision: 3 })
  at: Date;
}
