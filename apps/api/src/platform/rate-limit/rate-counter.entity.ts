import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried within one window of time; shared by all copies of the API. */
@Entity('rate_counters')
export class RateCounter {
  @PrimaryColumn('varchar', { length: 120 })
  name: string;

  @Column('int')
  count: number;

  @Index('ix_rate_expiry')
  @Column('datetime', { precision: 3 })
  expiresAt: Date;
}
