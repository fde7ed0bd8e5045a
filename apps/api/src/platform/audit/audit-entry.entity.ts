import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One look at somebody else's data or one decision (design §11). Append-only; each entry carries the hash of the one before. */
@Entity('audit_entries')
@Index('ix_audit_subject', ['subjectId'])
export class AuditEntry {
  /** 1, 2, 3 … without gaps. */
  @PrimaryColumn('int')
  sequence: number;

  @Column('datetime', { precision: 3 })
  at: Date;

  @Column('varchar', { length: 36, nullable: true })
  accountId: string | null;

  @Column('varchar', { length: 60 })
  action: string;

  @Column('varchar', { length: 20 })
  subjectKind: string;

  @Column('varchar', { length: 36 })
  subjectId: string;

  @Column('text')
  facts: string;

  @Column('varchar', { length: 64 })
  previousHash: string;

  @Column('varchar', { length: 64 })
  hash: string;
}
