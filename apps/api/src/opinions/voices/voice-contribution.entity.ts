import type { ContributionState } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A member credited in a sector voice, and what that member says to its text. */
@Entity('voice_contributions')
@Index('ix_voice_contributions_member', ['memberId', 'voiceId'])
export class VoiceContribution {
  @PrimaryColumn('varchar', { length: 36 })
  voiceId: string;

  @PrimaryColumn('varchar', { length: 36 })
  memberId: string;

  @Column('varchar', { length: 36, nullable: true })
  accountId: string | null;

  @Column('varchar', { length: 10 })
  state: ContributionState;

  /** What the member objects to; null unless one objects. */
  @Column('varchar', { length: 500, nullable: true })
  words: string | null;

  /** When the member answered. */
  @Column('datetime', { precision: 3, nullable: true })
  at: Date | null;
}
