import type { CosignState } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A member asked to sign a proposal together with its author. */
@Entity('opinion_cosigners')
@Index('ix_opinion_cosigners_member', ['memberId', 'opinionId'])
export class OpinionCosigner {
  @PrimaryColumn('varchar', { length: 36 })
  opinionId: string;

  @PrimaryColumn('varchar', { length: 36 })
  memberId: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 10 })
  state: CosignState;

  /** When last asked: at first, or again because the text changed. */
  @Column('datetime', { precision: 3 })
  invitedAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  answeredAt: Date | null;
}
