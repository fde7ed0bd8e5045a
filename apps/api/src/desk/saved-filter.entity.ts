import type { FilteredList } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Filters that somebody keeps for a list of the desk, under a name of one's own. */
@Entity('saved_filters')
@Index('ux_saved_filters_name', ['accountId', 'list', 'name'], { unique: true })
export class SavedFilter {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 20 })
  list: FilteredList;

  @Column('varchar', { length: 20 })
  name: string;

  @Column('simple-json')
  filters: Record<string, string>;

  @Column('datetime', { precision: 3 })
  createdAt: Date;
}
