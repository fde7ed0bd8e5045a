import type { LetterCategory } from '@lianxin/shared';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A question that many ask and its answer, kept by the office and shown to everyone. */
@Entity('published_answers')
export class PublishedAnswer {
  /** UUIDv7, so that the newest sort last. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 12 })
  category: LetterCategory;

  @Column('varchar', { length: 100 })
  question: string;

  @Column('text')
  answer: string;

  @Column('boolean')
  active: boolean;

  @Column('datetime', { precision: 3 })
  publishedAt: Date;

  @VersionColumn()
  version: number;
}
