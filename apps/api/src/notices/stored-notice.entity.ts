import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeScreen, NoticeSubject, NoticeTemplate } from './notice-kinds.js';

/** Something a person is told in the app. */
@Entity('notices')
@Index('ix_notices_account', ['accountId', 'at', 'id'])
@Index('ix_notices_unread', ['accountId', 'unread', 'at', 'id'])
@Index('ux_notices_dedupe', ['accountId', 'dedupeKey'], { unique: true })
export class StoredNotice {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  /** Names the event, so that it is told once however often the outbox delivers it. */
  @Column('varchar', { length: 120 })
  dedupeKey: string;

  @Column('varchar', { length: 40 })
  kind: string;

  @Column('varchar', { length: 100 })
  title: string;

  @Column('varchar', { length: 500 })
  text: string;

  @Column('varchar', { length: 36, nullable: true })
  letterId: string | null;

  @Column('varchar', { length: 20, nullable: true })
  aboutKind: NoticeSubject | null;

  @Column('varchar', { length: 36, nullable: true })
  aboutId: string | null;

  @Column('varchar', { length: 10, nullable: true })
  as: NoticeScreen | null;

  @Column('datetime', { precision: 3 })
  at: Date;

  @Column('boolean')
  unread: boolean;

  @Column('datetime', { precision: 3, nullable: true })
  readAt: Date | null;

  /** The subscribe message that tells the same on WeChat; null when none is meant to. */
  @Column('varchar', { length: 20, nullable: true })
  template: NoticeTemplate | null;

  /** When that message went out. */
  @Column('datetime', { precision: 3, nullable: true })
  sentAt: Date | null;
}
