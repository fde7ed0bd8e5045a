import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Whether a message waits for its handler, is done, or was given up after too many failures. */
export type OutboxStatus = 'waiting' | 'done' | 'given_up';

/** Something that must happen after a change, written in the change's own transaction. */
@Entity('outbox_messages')
@Index('ix_outbox_due', ['status', 'availableAt'])
export class OutboxMessage {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 60 })
  topic: string;

  @Column('simple-json')
  payload: unknown;

  @Column('varchar', { length: 12 })
  status: OutboxStatus;

  @Column('int')
  attempts: number;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  /** Not before this instant: now, or later after a failure or when planned. A claimed message is leased by moving this ahead. */
  @Column('datetime', { precision: 3 })
  availableAt: Date;

  /** Marks the dispatcher that holds the lease. */
  @Column('varchar', { length: 36, nullable: true })
  leaseToken: string | null;

  /** Class and code of the last failure; never its text, which may hold personal data. */
  @Column('varchar', { length: 200, nullable: true })
  lastError: string | null;
}
