import type { FollowUpStatus } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How far the responsible body is with an item, as the office recorded it (glossary: FollowUp). Append-only. */
@Entity('follow_ups')
@Index('ix_follow_ups_item', ['itemId', 'id'])
export class FollowUp {
  /** UUIDv7, so that those of one item sort by time. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  itemId: string;

  @Column('varchar', { length: 36 })
  decisionId: string;

  @Column('varchar', { length: 16 })
  status: FollowUpStatus;

  @Column('text')
  text: string;

  @Column('simple-json')
  photoIds: string[];

  @Column('varchar', { length: 36 })
  recordedBy: string;

  @Column('varchar', { length: 20 })
  recorderName: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
