import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A person who signs in. Roles hang on it; a member's account is linked to a directory entry. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** The name the person gave; null until given. */
  @Column('varchar', { length: 20, nullable: true })
  name: string | null;

  @Column('varchar', { length: 36, nullable: true })
  townshipId: string | null;

  @Column('varchar', { length: 36, nullable: true })
  sectorId: string | null;

  /** WeChat's id of this person within our mini-program. */
  @Index('ux_accounts_openid', { unique: true })
  @Column('varchar', { length: 64, nullable: true })
  openid: string | null;

  /** Lower case; only staff have one. */
  @Index('ux_accounts_username', { unique: true })
  @Column('varchar', { length: 40, nullable: true })
  username: string | null;

  @Column('varchar', { length: 255, nullable: true })
  passwordHash: string | null;

  /** The directory entry of a member; at most one account for each. */
  @Index('ux_accounts_member', { unique: true })
  @Column('varchar', { length: 36, nullable: true })
  memberId: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  memberLinkedAt: Date | null;

  /** What one can try with this account in a demonstration; null for real people. */
  @Column('varchar', { length: 100, nullable: true })
  demonstration: string | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @VersionColumn()
  version: number;
}
