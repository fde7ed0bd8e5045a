import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a writer answered to "were you heard?", once a letter, when everything was done. */
@Entity('heard_answers')
export class HeardAnswer {
  @PrimaryColumn('varchar', { length: 36 })
  letterId: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  /** 1 to 5. */
  @Column('int')
  stars: number;

  /** The letter's message that carries the words, if there were any. */
  @Column('varchar', { length: 36, nullable: true })
  messageId: string | null;

  @Column('datetime', { precision: 3 })
  at: Date;
}
