import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RosterCells } from './roster-columns.js';
import type { RosterProblem, RosterState } from './rosters.dto.js';

/** A roster somebody uploaded, with what its check found. */
@Entity('rosters')
export class RosterUpload {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 100 })
  fileName: string;

  @Column('varchar', { length: 12 })
  state: RosterState;

  /** The account that uploaded it. */
  @Column('varchar', { length: 36 })
  uploadedBy: string;

  @Index('ix_rosters_uploaded')
  @Column('datetime', { precision: 3 })
  uploadedAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  importedAt: Date | null;

  @Column('int')
  toCreate: number;

  @Column('int')
  toUpdate: number;

  @Column('int')
  unchanged: number;
}

/** One row of an uploaded roster: its cells as they stand in the file. */
@Entity('roster_rows')
export class RosterRow {
  @PrimaryColumn('varchar', { length: 36 })
  rosterId: string;

  /** The row as Excel numbers it. */
  @PrimaryColumn('int')
  line: number;

  @Column('simple-json')
  cells: RosterCells;

  /** Cells that held no text in the file, such as a date. */
  @Column('simple-json')
  misread: RosterProblem[];

  /** Why the import left this row out; empty before the import and for rows that went in. */
  @Column('simple-json')
  problems: RosterProblem[];
}
