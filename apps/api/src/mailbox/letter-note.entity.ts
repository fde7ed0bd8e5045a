import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A member's note to self on a letter; nobody else sees it, not even a new addressee. */
@Entity('letter_notes')
export class LetterNote {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Index('ix_letter_notes_letter')
  @Column('varchar', { length: 36 })
  letterId: string;

  @Column('varchar', { length: 36 })
  memberId: string;

  @Column('text')
  text: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
