import { LIMITS, SCREENING_RULE_CODES, type ScreeningRuleCode } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Photo } from '../photos/photos.dto.js';
import { ChoiceField, TextField, VersionField } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';
import {
  CONTENT_AUTHORS,
  type ContentAuthor,
  MODERATION_KINDS,
  MODERATION_STATES,
  type ModerationKind,
  type ModerationState,
} from './stored-moderation-item.entity.js';

const DECISIONS = ['pass', 'withhold'] as const;
const LISTS = ['open', 'decided'] as const;

/** A message that the office decides or has decided on, as the office sees it. */
export class ModerationItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  letterId: string;

  @ApiProperty()
  reference: string;

  @ApiProperty({ format: 'uuid' })
  messageId: string;

  @ApiProperty({ enum: MODERATION_KINDS, enumName: 'ModerationKind' })
  kind: ModerationKind;

  @ApiProperty({ enum: CONTENT_AUTHORS, enumName: 'ContentAuthor' })
  author: ContentAuthor;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: [Photo] })
  photos: Photo[];

  @ApiProperty({ enum: SCREENING_RULE_CODES, enumName: 'ScreeningRuleCode', nullable: true })
  ruleCode: ScreeningRuleCode | null;

  /** The rule's Chinese name. */
  @ApiProperty({ type: String, nullable: true })
  rule: string | null;

  /** The words of the appeal or report. */
  @ApiProperty({ type: String, nullable: true })
  words: string | null;

  @ApiProperty({ format: 'date-time' })
  raisedAt: string;

  @ApiProperty({ enum: MODERATION_STATES, enumName: 'ModerationState' })
  state: ModerationState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;

  /** Name of the person who decided. */
  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** How many items wait. */
export class ModerationCounts {
  @ApiProperty({ type: 'integer' })
  open: number;
}

/** Which items to list. Open ones come oldest first, decided ones latest first. */
export class ModerationQuery extends PageQuery {
  @ChoiceField({ label: '状态', of: LISTS, optional: true })
  state: (typeof LISTS)[number] = 'open';

  @ChoiceField({ label: '类型', of: MODERATION_KINDS, optional: true })
  kind?: ModerationKind;
}

/** The office's decision. Withholding names a rule and gives a reason that the author reads. */
export class DecideModeration {
  @ChoiceField({ label: '处理结果', of: DECISIONS })
  decision: (typeof DECISIONS)[number];

  @ChoiceField({ label: '违反的规则', of: SCREENING_RULE_CODES, optional: true, name: 'ScreeningRuleCode' })
  ruleCode?: ScreeningRuleCode;

  @TextField({ label: '理由', max: LIMITS.reason, optional: true })
  reason?: string;

  @VersionField()
  version: number;
}
