import type { RelayState, SourceKind } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a relay tells of: what the meeting decided, or how far the responsible body is. */
export const RELAY_PURPOSES = ['decision', 'follow_up'] as const;
export type RelayPurpose = (typeof RELAY_PURPOSES)[number];

/**
 * What a member tells one constituent of what became of the words (glossary: Relay; Art. 19). The unique key keeps a letter that is
 * behind several opinions of one item from getting the same news twice.
 */
@Entity('relays')
@Index('ux_relays_told', ['occasionId', 'letterId'], { unique: true })
@Index('ix_relays_member', ['memberId', 'state', 'due', 'id'])
@Index('ix_relays_due', ['state', 'due', 'id'])
@Index('ix_relays_item', ['itemId'])
@Index('ix_relays_letter', ['letterId'])
@Index('ix_relays_message', ['messageId'])
export class Relay {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 10 })
  purpose: RelayPurpose;

  /** The decision or the follow-up that it tells of. */
  @Column('varchar', { length: 36 })
  occasionId: string;

  /** The decision in force when it was made. */
  @Column('varchar', { length: 36 })
  decisionId: string;

  @Column('varchar', { length: 36, nullable: true })
  followUpId: string | null;

  @Column('varchar', { length: 36 })
  itemId: string;

  /** The opinion that was drawn from the source. */
  @Column('varchar', { length: 36 })
  opinionId: string;

  /** The link between opinion and source. */
  @Column('varchar', { length: 36 })
  sourceId: string;

  @Column('varchar', { length: 16 })
  sourceKind: SourceKind;

  /** The letter into which it goes; null for a source that is no letter. */
  @Column('varchar', { length: 36, nullable: true })
  letterId: string | null;

  /** The member who tells: the one whose source it was. */
  @Column('varchar', { length: 36 })
  memberId: string;

  @Column('varchar', { length: 36, nullable: true })
  writerAccountId: string | null;

  /** Ready-made at first, then as the member sent it. */
  @Column('text')
  text: string;

  @Column('varchar', { length: 12 })
  state: RelayState;

  @Column('datetime', { precision: 3 })
  due: Date;

  /** The letter's message that carries it, once it was sent off. */
  @Column('varchar', { length: 36, nullable: true })
  messageId: string | null;

  /** When a desk last reminded the member. */
  @Column('datetime', { precision: 3, nullable: true })
  remindedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  sentAt: Date | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('int')
  version: number;
}
