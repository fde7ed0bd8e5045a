import { LETTER_CATEGORIES, type LetterCategory, LIMITS } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IdField, TextField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { LetterMember } from '../letters.views.js';

/** A letter that is overdue. Its text is not here: looking at that is a matter of its own and goes on record. */
export class OverdueLetter {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reference: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: LETTER_CATEGORIES, enumName: 'LetterCategory' })
  category: LetterCategory;

  @ApiProperty({ type: LetterMember })
  member: LetterMember;

  @ApiProperty()
  writerName: string;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ format: 'date-time' })
  due: string;

  @ApiProperty({ type: 'integer' })
  overdueWorkingDays: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  remindedAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** Which overdue letters to list. */
export class OverdueQuery extends PageQuery {
  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** Overdue letters of one sector. */
export class SectorOverdue {
  @ApiProperty({ format: 'uuid' })
  sectorId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

/** How many letters are overdue. */
export class OverdueCounts {
  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: [SectorOverdue] })
  bySector: SectorOverdue[];
}
