import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ContentAuthor } from './stored-moderation-item.entity.js';

/** Where the check of a message stands: with WeChat, with the office, or done. */
export type CheckedContentState = 'checking' | 'office' | 'passed' | 'withheld';

/** A message that goes through the content checks, as it was when it was sent. Locked while its verdict is worked out. */
@Entity('checked_contents')
@Index('ix_checked_contents_ended', ['state', 'requestedAt'])
export class CheckedContent {
  @PrimaryColumn('varchar', { length: 36 })
  messageId: string;

  @Column('varchar', { length: 36 })
  letterId: string;

  @Column('varchar', { length: 30 })
  reference: string;

  @Column('varchar', { length: 10 })
  author: ContentAuthor;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 50, nullable: true })
  title: string | null;

  @Column('text')
  text: string;

  @Column('simple-json')
  photoIds: string[];

  @Column('varchar', { length: 10 })
  state: CheckedContentState;

  @Column('datetime', { precision: 3 })
  requestedAt: Date;
}
