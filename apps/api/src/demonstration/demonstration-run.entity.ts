import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The making of the demonstration data; one row at most. Without an end it was interrupted. */
@Entity('demonstration_runs')
export class DemonstrationRun {
  @PrimaryColumn('int')
  id: number;

  @Column('datetime', { precision: 3 })
  startedAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  finishedAt: Date | null;
}
