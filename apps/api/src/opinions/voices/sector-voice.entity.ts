import type { OpinionTheme, VoiceState } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Opinions of one sector, composed into one text by its convener (Art. 22). */
@Entity('sector_voices')
@Index('ix_sector_voices_sector', ['sectorId', 'updatedAt', 'id'])
@Index('ix_sector_voices_state', ['state', 'submittedAt', 'id'])
@Index('ix_sector_voices_accepted', ['state', 'acceptedAt', 'id'])
@Index('ix_sector_voices_assignee', ['assigneeAccountId', 'state', 'submittedAt', 'id'])
export class SectorVoice {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  sectorId: string;

  /** Who composed it. The sector's convener of today carries it on. */
  @Column('varchar', { length: 36 })
  convenerAccountId: string;

  @Column('varchar', { length: 36 })
  convenerMemberId: string;

  /** Empty until written. */
  @Column('varchar', { length: 60 })
  title: string;

  @Column('varchar', { length: 20 })
  theme: OpinionTheme;

  /** The parts of the text by their key, see `VOICE_SECTIONS`. */
  @Column('simple-json')
  sections: Record<string, string>;

  @Column('varchar', { length: 12 })
  state: VoiceState;

  /** The number given at acceptance: 界别声音 2026-0007. */
  @Index('ux_sector_voices_reference', { unique: true })
  @Column('varchar', { length: 30, nullable: true })
  reference: string | null;

  /** When it was last shown to its contributors. */
  @Column('datetime', { precision: 3, nullable: true })
  circulatedAt: Date | null;

  /** Until then contributors who say nothing are waited for. */
  @Column('datetime', { precision: 3, nullable: true })
  objectUntil: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  submittedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  acceptedAt: Date | null;

  /** When the digest that it is on was submitted to the leaders; null once taken back. */
  @Column('datetime', { precision: 3, nullable: true })
  listedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  fedBackAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  relayedAt: Date | null;

  @Column('varchar', { length: 500, nullable: true })
  returnReason: string | null;

  /** By when the office accepts or returns it; null while it is not with the office. */
  @Column('datetime', { precision: 3, nullable: true })
  intakeDue: Date | null;

  /** Who at the office has it in hand. */
  @Column('varchar', { length: 36, nullable: true })
  assigneeAccountId: string | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  updatedAt: Date;

  @Column('int')
  version: number;
}
