import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { UnitKind } from './directory-units.dto.js';

/** A sector, special committee or township. */
@Entity('directory_units')
@Index('ux_units_name', ['kind', 'name'], { unique: true })
export class Unit {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 12 })
  kind: UnitKind;

  @Column('varchar', { length: 60 })
  name: string;

  @Column('int')
  position: number;

  @Column('boolean')
  active: boolean;

  @VersionColumn()
  version: number;
}
