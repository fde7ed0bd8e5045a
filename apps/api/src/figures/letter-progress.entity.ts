import type { LetterCategory } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How far a letter has come in the loop, as it is counted in the figures. */
@Entity('letter_progress')
@Index('ix_letter_progress_month', ['month', 'letterId'])
@Index('ix_letter_progress_sector', ['sectorId', 'month', 'letterId'])
@Index('ix_letter_progress_township', ['townshipId', 'month', 'letterId'])
@Index('ix_letter_progress_category', ['category', 'month', 'letterId'])
export class LetterProgress {
  @PrimaryColumn('varchar', { length: 36 })
  letterId: string;

  /** In which it was first delivered, `YYYY-MM` in Asia/Shanghai. */
  @Column('varchar', { length: 7 })
  month: string;

  /** Of the member who has it now. */
  @Column('varchar', { length: 36 })
  sectorId: string;

  @Column('varchar', { length: 36, nullable: true })
  townshipId: string | null;

  @Column('varchar', { length: 12 })
  category: LetterCategory;

  /** Into the first mailbox. */
  @Column('datetime', { precision: 3 })
  deliveredAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  answeredAt: Date | null;

  /** The first answer came within its working days. */
  @Column('boolean')
  inTime: boolean;

  @Column('datetime', { precision: 3, nullable: true })
  liftedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  acceptedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  adoptedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  fedBackAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  relayedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  heardAt: Date | null;

  /** The writer's answer to "were you heard", 1 to 5. */
  @Column('int', { nullable: true })
  stars: number | null;
}
