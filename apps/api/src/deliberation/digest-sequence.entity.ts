import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given to a digest in a calendar year (Asia/Shanghai). */
@Entity('digest_sequences')
export class DigestSequence {
  @PrimaryColumn('int')
  year: number;

  @Column('int')
  last: number;
}
