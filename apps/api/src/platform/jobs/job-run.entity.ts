import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a recurring job is due next; shared by all copies of the API. */
@Entity('job_runs')
export class JobRun {
  @PrimaryColumn('varchar', { length: 60 })
  name: string;

  @Column('datetime', { precision: 3 })
  dueAt: Date;
}
