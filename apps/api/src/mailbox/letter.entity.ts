import type { LetterCategory, LetterState, NameDisplay } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A letter from a constituent to a member (Art. 14). The text itself is its first {@link LetterMessage}. */
@Entity('letters')
@Index('ix_letters_writer', ['writerId', 'lastActivityAt', 'id'])
@Index('ix_letters_member', ['memberId', 'lastActivityAt', 'id'])
@Index('ix_letters_member_state', ['memberId', 'state', 'lastActivityAt', 'id'])
@Index('ix_letters_member_due', ['memberId', 'state', 'due', 'snoozedUntil'])
@Index('ix_letters_due', ['state', 'due', 'id'])
export class Letter {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** The number people read out: 来信 2026-000123. */
  @Index('ux_letters_reference', { unique: true })
  @Column('varchar', { length: 30 })
  reference: string;

  @Column('varchar', { length: 36 })
  writerId: string;

  /** The writer's name as the addressee reads it, by the choice made for this letter. */
  @Column('varchar', { length: 20 })
  shownName: string;

  @Column('varchar', { length: 10 })
  nameDisplay: NameDisplay;

  @Column('varchar', { length: 36 })
  memberId: string;

  /** The addressee's sector, kept here so that the desk can list by sector. */
  @Column('varchar', { length: 36 })
  sectorId: string;

  @Column('varchar', { length: 12 })
  category: LetterCategory;

  @Column('varchar', { length: 50 })
  title: string;

  /** The first characters of the text, for lists. */
  @Column('varchar', { length: 80 })
  excerpt: string;

  @Column('int')
  photoCount: number;

  @Column('varchar', { length: 36, nullable: true })
  townshipId: string | null;

  @Column('simple-json', { nullable: true })
  place: { name: string; latitude: number | null; longitude: number | null } | null;

  /** The writer agrees that the words may be used in an opinion. */
  @Column('boolean')
  consentOpinion: boolean;

  /** The writer agrees that the name may be given in an opinion. */
  @Column('boolean', { default: false })
  consentName: boolean;

  @Column('varchar', { length: 12 })
  state: LetterState;

  /** Keyed hash of the text without spaces and punctuation, to find copies. */
  @Column('varchar', { length: 32 })
  textHash: string;

  @Column('datetime', { precision: 3 })
  sentAt: Date;

  @Column('datetime', { precision: 3 })
  lastActivityAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  deliveredAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  firstAnsweredAt: Date | null;

  /** By when the member answers; null while nobody waits for an answer. */
  @Column('datetime', { precision: 3, nullable: true })
  due: Date | null;

  /** When an answered letter closes by itself. */
  @Column('datetime', { precision: 3, nullable: true })
  closingDue: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  closedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  snoozedUntil: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  remindedAt: Date | null;

  /** Set when the office may read the text: overdue, reported or appealed (design §5). */
  @Column('datetime', { precision: 3, nullable: true })
  escalatedAt: Date | null;

  @Column('boolean')
  reopened: boolean;

  @Column('int', { nullable: true })
  rating: number | null;

  @Column('varchar', { length: 200, nullable: true })
  ratingWords: string | null;

  @Column('simple-json', { nullable: true })
  referral: { channelName: string; contact: string; reason: string } | null;

  @Column('varchar', { length: 500, nullable: true })
  returnReason: string | null;

  @Column('boolean')
  writerUnread: boolean;

  @Column('boolean')
  memberUnread: boolean;

  @Column('int')
  version: number;
}
