import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One step of a letter's journey (design §1). Append-only; written in the same transaction as the change it tells of. */
@Entity('journey_events')
@Index('ix_journey_subject', ['subjectId', 'id'])
export class JourneyEvent {
  /** UUIDv7, so that events of one subject sort by time. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** What kind of thing moved, for example `letter`. */
  @Column('varchar', { length: 20 })
  subjectKind: string;

  @Column('varchar', { length: 36 })
  subjectId: string;

  /** What happened, in the past tense: `letter_delivered`. */
  @Column('varchar', { length: 40 })
  type: string;

  @Column('datetime', { precision: 3 })
  at: Date;

  /** As what the person acted: writer, addressee, office, system. */
  @Column('varchar', { length: 20 })
  party: string;

  @Column('varchar', { length: 36, nullable: true })
  accountId: string | null;

  /** Facts that the wording needs, such as the reason given. Never more than the subject itself holds. */
  @Column('simple-json')
  facts: Record<string, unknown>;
}
