import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The `part` that stands for the text; the others are photo ids. */
export const TEXT_PART = 'text';

/** What WeChat said of one part, or that it has not said anything yet. */
export type ContentCheckState = 'waiting' | 'pass' | 'review' | 'risky';

/** The check of one part of a message: its text, or one photo. */
@Entity('content_checks')
export class ContentCheck {
  @PrimaryColumn('varchar', { length: 36 })
  messageId: string;

  /** {@link TEXT_PART} or the id of the photo. */
  @PrimaryColumn('varchar', { length: 36 })
  part: string;

  @Column('varchar', { length: 10 })
  state: ContentCheckState;

  /** WeChat's number for what it found. */
  @Column('int', { nullable: true })
  label: number | null;

  /** WeChat's id of the check of a photo under way. */
  @Index('ix_content_checks_trace')
  @Column('varchar', { length: 128, nullable: true })
  traceId: string | null;

  /** When WeChat was last asked to check the photo. */
  @Column('datetime', { precision: 3, nullable: true })
  askedAt: Date | null;
}
