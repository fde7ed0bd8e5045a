import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** Where a matter belongs that is not CPPCC work: a hotline, an office, a department (Art. 7). */
@Entity('channels')
export class Channel {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 40 })
  name: string;

  /** Telephone, address or counter, as people use it. */
  @Column('varchar', { length: 100 })
  contact: string;

  /** What it is for. */
  @Column('varchar', { length: 200 })
  scope: string;

  @Column('boolean')
  active: boolean;

  @VersionColumn()
  version: number;
}
