import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A one-time code by which a member links the WeChat account. Only its keyed hash is stored. */
@Entity('link_codes')
export class LinkCode {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Index('ix_link_codes_member')
  @Column('varchar', { length: 36 })
  memberId: string;

  @Index('ux_link_codes_hash', { unique: true })
  @Column('varchar', { length: 64 })
  codeHash: string;

  @Column('varchar', { length: 36 })
  issuedBy: string;

  @Column('datetime', { precision: 3 })
  issuedAt: Date;

  @Column('datetime', { precision: 3 })
  expiresAt: Date;

  /** When it was used or withdrawn; null while it is good. */
  @Column('datetime', { precision: 3, nullable: true })
  endedAt: Date | null;
}
