import type { RoleName } from '@lianxin/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role of an account. Everyone is a constituent; that role is not stored. */
@Entity('account_roles')
export class AccountRole {
  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  @PrimaryColumn('varchar', { length: 20 })
  name: RoleName;

  /** The sector of a convener or the committee of committee staff; empty for the others, because a key cannot be null. */
  @PrimaryColumn('varchar', { length: 36 })
  scopeId: string;

  @Column('datetime', { precision: 3 })
  grantedAt: Date;
}
