import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A CPPCC member as the directory knows one; an account may be linked to it. */
@Entity('members')
@Index('ix_members_pinyin', ['active', 'pinyin', 'id'])
@Index('ix_members_sector', ['active', 'sectorId', 'pinyin', 'id'])
@Index('ix_members_committee', ['active', 'committeeId', 'pinyin', 'id'])
@Index('ix_members_township', ['active', 'townshipId', 'pinyin', 'id'])
export class Member {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** The number on the roster, 委员编号; by it a roster finds the member again. */
  @Index('ux_members_number', { unique: true })
  @Column('varchar', { length: 20 })
  number: string;

  @Column('varchar', { length: 20 })
  name: string;

  /** Syllables with spaces between; lists are in this order. */
  @Column('varchar', { length: 160 })
  pinyin: string;

  /** What Latin letters typed are compared with: `|zhangjianguo|zjg|`. */
  @Column('varchar', { length: 400 })
  nameKeys: string;

  /** Name, work unit, field and post in small letters, to search in. */
  @Column('varchar', { length: 300 })
  searchText: string;

  @Column('varchar', { length: 80 })
  workUnit: string;

  @Column('varchar', { length: 60 })
  post: string;

  @Column('varchar', { length: 80 })
  field: string;

  @Column('varchar', { length: 36 })
  sectorId: string;

  @Column('varchar', { length: 36, nullable: true })
  committeeId: string | null;

  @Column('varchar', { length: 36, nullable: true })
  townshipId: string | null;

  @Column('varchar', { length: 20 })
  term: string;

  @Column('text', { nullable: true })
  bio: string | null;

  @Column('varchar', { length: 36, nullable: true })
  portraitPhotoId: string | null;

  @Column('boolean')
  active: boolean;

  /** Letters received, letters answered, and median hours to the first answer; kept by the mailbox. */
  @Column('int')
  letters: number;

  @Column('int')
  answered: number;

  @Column('int', { nullable: true })
  usualAnswerHours: number | null;

  @VersionColumn()
  version: number;
}
