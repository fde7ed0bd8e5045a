import type { LoopStep } from '@lianxin/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What figures are kept by: all letters together, and each way of splitting them. */
export const KEPT_DIMENSIONS = ['all', 'sector', 'township', 'category'] as const;
export type KeptDimension = (typeof KEPT_DIMENSIONS)[number];

/** Letters of one month and one part that came to a step after so many days. The changes not folded yet are to be added. */
@Entity('loop_figures', { withoutRowid: true })
export class LoopFigure {
  @PrimaryColumn('varchar', { length: 10 })
  dimension: KeptDimension;

  /** Id of the unit or the category; empty for all together and for letters without a township. */
  @PrimaryColumn('varchar', { length: 36 })
  part: string;

  @PrimaryColumn('varchar', { length: 7 })
  month: string;

  @PrimaryColumn('varchar', { length: 20 })
  step: LoopStep;

  @PrimaryColumn('int')
  days: number;

  @Column('int')
  letters: number;

  @Column('int')
  stars: number;
}
