import type { ScreeningRuleCode } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** Why the office must decide: WeChat was not sure, the author appeals, the addressee reports, or no machine could check it. */
export const MODERATION_KINDS = ['review', 'appeal', 'report', 'unchecked'] as const;
export type ModerationKind = (typeof MODERATION_KINDS)[number];

export const MODERATION_STATES = ['open', 'passed', 'withheld'] as const;
export type ModerationState = (typeof MODERATION_STATES)[number];

/** Which side wrote the message. */
export const CONTENT_AUTHORS = ['writer', 'member'] as const;
export type ContentAuthor = (typeof CONTENT_AUTHORS)[number];

/** One message that waits for the office's decision, or one decided. It holds what is judged, as it was when raised. */
@Entity('moderation_items')
@Index('ix_moderation_open', ['decided', 'raisedAt', 'id'])
@Index('ix_moderation_decided', ['decided', 'decidedAt', 'id'])
export class StoredModerationItem {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  letterId: string;

  /** The letter's number as people see it. */
  @Column('varchar', { length: 30 })
  reference: string;

  @Column('varchar', { length: 36 })
  messageId: string;

  /** The message's id while open, null once decided: one open item for each message at a time. */
  @Index('ux_moderation_open_message', { unique: true })
  @Column('varchar', { length: 36, nullable: true })
  openMessageId: string | null;

  @Column('varchar', { length: 10 })
  kind: ModerationKind;

  @Column('varchar', { length: 10 })
  author: ContentAuthor;

  @Column('text')
  text: string;

  @Column('simple-json')
  photoIds: string[];

  /** The rule suspected or applied so far; after a decision the rule applied, if any. */
  @Column('varchar', { length: 30, nullable: true })
  ruleCode: ScreeningRuleCode | null;

  /** The words of the appeal or report. */
  @Column('varchar', { length: 500, nullable: true })
  words: string | null;

  @Column('datetime', { precision: 3 })
  raisedAt: Date;

  @Column('varchar', { length: 10 })
  state: ModerationState;

  /** Whether the state is other than `open`, for the index of the two lists. */
  @Column('boolean')
  decided: boolean;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt: Date | null;

  /** The account that decided. */
  @Column('varchar', { length: 36, nullable: true })
  decidedBy: string | null;

  @Column('varchar', { length: 500, nullable: true })
  decisionReason: string | null;

  @VersionColumn()
  version: number;
}
