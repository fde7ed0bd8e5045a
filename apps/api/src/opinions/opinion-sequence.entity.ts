import type { ReferenceKind } from '@lianxin/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given to a kind in a calendar year (Asia/Shanghai); its row is held while the next one is taken. */
@Entity('opinion_sequences')
export class OpinionSequence {
  @PrimaryColumn('varchar', { length: 12 })
  kind: ReferenceKind;

  @PrimaryColumn('int')
  year: number;

  @Column('int')
  last: number;
}
