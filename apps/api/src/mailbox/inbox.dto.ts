import { LETTER_CATEGORIES, type LetterCategory, LIMITS, MAILBOX_BOXES, type MailboxBox } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IdField, TextField } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';

/** Which letters of the own inbox to list. */
export class InboxQuery extends PageQuery {
  @ChoiceField({ label: '信箱分类', of: MAILBOX_BOXES, name: 'MailboxBox', optional: true })
  box: MailboxBox = 'all';

  @ChoiceField({ label: '类别', of: LETTER_CATEGORIES, name: 'LetterCategory', optional: true })
  category?: LetterCategory;

  @IdField({ label: '乡镇(街道)', optional: true })
  townshipId?: string;

  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** How many letters each box holds. */
export class MailboxCounts implements Record<MailboxBox, number> {
  @ApiProperty({ type: 'integer' })
  new: number;

  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  due_soon: number;

  @ApiProperty({ type: 'integer' })
  overdue: number;

  @ApiProperty({ type: 'integer' })
  answered: number;

  @ApiProperty({ type: 'integer' })
  snoozed: number;

  @ApiProperty({ type: 'integer' })
  all: number;
}
