import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** Owner of the templates that all members may use. */
export const OFFICE_OWNER = 'office';

/** Words that a member answers with again and again. */
@Entity('answer_templates')
export class AnswerTemplate {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** A member's directory id, or `office`. */
  @Index('ix_answer_templates_owner')
  @Column('varchar', { length: 36 })
  ownerId: string;

  @Column('varchar', { length: 30 })
  title: string;

  @Column('text')
  text: string;

  @VersionColumn()
  version: number;
}
