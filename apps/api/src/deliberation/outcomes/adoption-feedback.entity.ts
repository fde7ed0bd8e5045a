import type { SubmissionKind } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** As what a member stands behind what was decided on. */
export const FEEDBACK_ROLES = ['author', 'cosigner', 'contributor'] as const;
export type FeedbackRole = (typeof FEEDBACK_ROLES)[number];

/** What one member was told of one decision on one opinion or sector voice of his or hers (glossary: AdoptionFeedback; Art. 19). */
@Entity('adoption_feedbacks')
@Index('ux_adoption_feedbacks_told', ['decisionId', 'subjectId', 'memberId'], { unique: true })
@Index('ix_adoption_feedbacks_member', ['memberId', 'sentAt', 'id'])
@Index('ix_adoption_feedbacks_item', ['itemId'])
@Index('ix_adoption_feedbacks_digest', ['digestId'])
export class AdoptionFeedback {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  digestId: string;

  @Column('varchar', { length: 36 })
  itemId: string;

  @Column('varchar', { length: 36 })
  decisionId: string;

  /** What the member has a part in: the own opinion, also when it was merged, or else the sector voice. */
  @Column('varchar', { length: 12 })
  subjectKind: SubmissionKind;

  @Column('varchar', { length: 36 })
  subjectId: string;

  @Column('varchar', { length: 36 })
  memberId: string;

  /** The member's account, if there was one when it was sent. */
  @Column('varchar', { length: 36, nullable: true })
  accountId: string | null;

  @Column('varchar', { length: 12 })
  role: FeedbackRole;

  @Column('text')
  text: string;

  @Column('datetime', { precision: 3 })
  sentAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  readAt: Date | null;
}
