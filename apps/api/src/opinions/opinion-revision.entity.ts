import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The text of an opinion as it stood. What is written within some minutes is one revision; a text handed in is never overwritten. */
@Entity('opinion_revisions')
@Index('ux_opinion_revisions_number', ['opinionId', 'number'], { unique: true })
export class OpinionRevision {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  opinionId: string;

  /** 1, 2, 3 … */
  @Column('int')
  number: number;

  @Column('varchar', { length: 60 })
  title: string;

  @Column('simple-json')
  sections: Record<string, string>;

  @Column('varchar', { length: 36 })
  accountId: string;

  /** When writing on this revision began. */
  @Column('datetime', { precision: 3 })
  begunAt: Date;

  /** When it was last saved. */
  @Column('datetime', { precision: 3 })
  at: Date;

  /** It is a text that was handed in. */
  @Column('boolean')
  submitted: boolean;
}
