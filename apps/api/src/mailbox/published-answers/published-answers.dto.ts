import { LETTER_CATEGORIES, type LetterCategory, LIMITS } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, BooleanQueryField, ChoiceField, TextField, VersionField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page-query.js';

/** A published question with its answer. */
export class PublishedAnswerView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: LETTER_CATEGORIES, enumName: 'LetterCategory' })
  category: LetterCategory;

  @ApiProperty()
  question: string;

  @ApiProperty()
  answer: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty()
  active: boolean;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** Which published answers to list. */
export class PublishedAnswersQuery extends PageQuery {
  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;

  /** Those taken down as well; only the office is given them. */
  @BooleanQueryField({ label: '是否包括已撤下的', optional: true })
  includeInactive?: boolean;
}

/** A new published answer. */
export class CreatePublishedAnswer {
  @ChoiceField({ label: '类别', of: LETTER_CATEGORIES, name: 'LetterCategory' })
  category: LetterCategory;

  @TextField({ label: '问题', max: LIMITS.publishedQuestion })
  question: string;

  @TextField({ label: '答复', max: LIMITS.publishedAnswer })
  answer: string;
}

/** Change of a published answer. */
export class ChangePublishedAnswer {
  @ChoiceField({ label: '类别', of: LETTER_CATEGORIES, name: 'LetterCategory', optional: true })
  category?: LetterCategory;

  @TextField({ label: '问题', max: LIMITS.publishedQuestion, optional: true })
  question?: string;

  @TextField({ label: '答复', max: LIMITS.publishedAnswer, optional: true })
  answer?: string;

  @BooleanField({ label: '是否公开', optional: true })
  active?: boolean;

  @VersionField()
  version: number;
}
