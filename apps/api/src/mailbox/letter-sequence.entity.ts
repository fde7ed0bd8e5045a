import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a calendar year (Asia/Shanghai); its row is locked while a letter takes the next. */
@Entity('letter_sequences')
export class LetterSequence {
  @PrimaryColumn('int')
  year: number;

  @Column('int')
  last: number;
}
