import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed-in device. The token itself is not stored, only its SHA-256. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Index('ux_sessions_token', { unique: true })
  @Column('varchar', { length: 64 })
  tokenHash: string;

  @Index('ix_sessions_account')
  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 40 })
  device: string;

  /** Seconds by which use moves the expiry ahead. */
  @Column('int')
  lifetimeSeconds: number;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  lastSeenAt: Date;

  @Column('datetime', { precision: 3 })
  expiresAt: Date;
}
