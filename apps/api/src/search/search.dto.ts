import { FOUND_AS, type FoundAs, LIMITS, TEXT_KINDS, type TextKind } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, TextField } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';

/** What to search for. */
export class SearchQuery extends PageQuery {
  @TextField({
    label: '搜索词',
    max: LIMITS.query,
    min: 2,
    description: 'One or several words, separated by spaces; all of them must occur.',
  })
  query: string;

  @ChoiceField({ label: '类型', of: TEXT_KINDS, name: 'TextKind', optional: true })
  kind?: TextKind;
}

/** A stretch of a text where a word was found, in UTF-16 units as JavaScript counts; `end` is behind the last one. */
export class TextMark {
  @ApiProperty({ type: 'integer' })
  start: number;

  @ApiProperty({ type: 'integer' })
  end: number;
}

/** A text that was found. */
export class SearchHit {
  @ApiProperty({ enum: TEXT_KINDS, enumName: 'TextKind' })
  kind: TextKind;

  @ApiProperty({ format: 'uuid' })
  id: string;

  /** As what the asker sees it; it opens on that person's page. */
  @ApiProperty({ enum: FOUND_AS, enumName: 'FoundAs' })
  as: FoundAs;

  /** Its number; null while it has none. */
  @ApiProperty({ type: String, nullable: true })
  reference: string | null;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: [TextMark] })
  titleMarks: TextMark[];

  /** The part of the text around the first word found. */
  @ApiProperty()
  excerpt: string;

  @ApiProperty({ type: [TextMark] })
  excerptMarks: TextMark[];

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  state: string;

  @ApiProperty()
  stateLabel: string;
}
