import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The first result of a creating request, kept so that a retry with the same key gets it again. */
@Entity('idempotency_records')
export class IdempotencyRecord {
  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  @PrimaryColumn('varchar', { length: 64 })
  idempotencyKey: string;

  /** SHA-256 of method, address and body: the same key with other content is refused. */
  @Column('varchar', { length: 64 })
  requestHash: string;

  @Column('text')
  response: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;
}
