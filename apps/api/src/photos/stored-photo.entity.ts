import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An uploaded photo; its bytes are in the {@link PhotoStore}. Until attached to a subject only its owner can use it, for a day. */
@Entity('photos')
@Index('ix_photos_subject', ['subjectId', 'createdAt'])
export class StoredPhoto {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** The account that uploaded it. */
  @Column('varchar', { length: 36 })
  ownerId: string;

  /** What it is attached to: `letter_message`, `member`, `follow_up`; null while unattached. */
  @Column('varchar', { length: 20, nullable: true })
  subjectKind: string | null;

  @Column('varchar', { length: 36, nullable: true })
  subjectId: string | null;

  /** Pixels of the full variant. */
  @Column('int')
  width: number;

  @Column('int')
  height: number;

  @Column('datetime', { precision: 3 })
  createdAt: Date;
}
