import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a leader remarks on a digest or on one of its items. */
@Entity('digest_remarks')
@Index('ix_digest_remarks_digest', ['digestId', 'id'])
export class DigestRemark {
  /** UUIDv7, so that remarks sort by time. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  digestId: string;

  @Column('varchar', { length: 36, nullable: true })
  itemId: string | null;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 20 })
  authorName: string;

  @Column('text')
  text: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
