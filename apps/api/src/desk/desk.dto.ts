import { FILTERED_LISTS, type FilteredList, LIMITS, SUBMISSION_KINDS, type SubmissionKind } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IdField, NestedField, TextField, VersionField } from '../platform/http/fields.js';

/** Which submission a route is about. */
export class DeskSubmission {
  @ChoiceField({ label: '种类', of: SUBMISSION_KINDS, name: 'SubmissionKind' })
  kind: SubmissionKind;

  @IdField({ label: '意见' })
  id: string;
}

/** Putting a submission into somebody's hands, or into nobody's (null). */
export class AssignSubmission {
  @IdField({ label: '负责人', nullable: true })
  accountId: string | null;

  @VersionField()
  version: number;
}

/** A note for colleagues of the desk. */
export class WriteDeskNote {
  @TextField({ label: '备注', max: LIMITS.deskNote })
  text: string;
}

/** What a colleague wrote about a submission. */
export class DeskNoteView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  authorName: string;

  /** Written by oneself. */
  @ApiProperty()
  self: boolean;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** Who else of the desk has the submission open. */
export class DeskPresences {
  @ApiProperty({ type: [String] })
  others: string[];
}

/** The filters of a list of the desk, by name; which of them a list knows is its own matter. */
export class ListFilters {
  @TextField({ label: '分类', max: 40, optional: true })
  box?: string;

  @TextField({ label: '种类', max: 40, optional: true })
  kind?: string;

  @TextField({ label: '主题', max: 40, optional: true })
  theme?: string;

  @TextField({ label: '状态', max: 40, optional: true })
  state?: string;

  @TextField({ label: '受理方', max: 40, optional: true })
  desk?: string;

  @TextField({ label: '界别', max: 40, optional: true })
  sectorId?: string;

  @TextField({ label: '乡镇(街道)', max: 40, optional: true })
  townshipId?: string;

  @TextField({ label: '类别', max: 40, optional: true })
  category?: string;

  @TextField({ label: '负责人', max: 40, optional: true })
  assigneeId?: string;

  @TextField({ label: '开始', max: 40, optional: true })
  from?: string;

  @TextField({ label: '结束', max: 40, optional: true })
  to?: string;

  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** Which list's saved filters. */
export class SavedFiltersQuery {
  @ChoiceField({ label: '列表', of: FILTERED_LISTS, name: 'FilteredList' })
  list: FilteredList;
}

/** Keeping filters under a name; a name one has already gets the new filters. */
export class SaveFilter extends SavedFiltersQuery {
  @TextField({ label: '名称', max: LIMITS.filterName })
  name: string;

  @NestedField({ label: '筛选条件', type: () => ListFilters })
  filters: ListFilters;
}

/** Filters that one has kept. */
export class SavedFilterView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: FILTERED_LISTS, enumName: 'FilteredList' })
  list: FilteredList;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: ListFilters })
  filters: ListFilters;
}
