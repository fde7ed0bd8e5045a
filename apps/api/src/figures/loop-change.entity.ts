import type { LetterCategory, LoopStep } from '@lianxin/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter that has come to a step (`letters` 1) or no longer counts there (-1), until it is folded into the figures. */
@Entity('loop_changes')
export class LoopChange {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 7 })
  month: string;

  @Column('varchar', { length: 36 })
  sectorId: string;

  /** Empty for a letter without a township. */
  @Column('varchar', { length: 36 })
  townshipId: string;

  @Column('varchar', { length: 12 })
  category: LetterCategory;

  @Column('varchar', { length: 20 })
  step: LoopStep;

  /** Calendar days since the step before. */
  @Column('int')
  days: number;

  @Column('int')
  letters: number;

  /** Of the step `heard`; 0 for others. */
  @Column('int')
  stars: number;
}
