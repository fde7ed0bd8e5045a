import {
  LETTER_CATEGORIES,
  type LetterCategory,
  LOOP_DIMENSIONS,
  LOOP_STEPS,
  type LoopDimension,
  type LoopStep,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, CodeField, IdField } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;
const monthField = (label: string) =>
  CodeField({ label, optional: true, pattern: MONTH, description: 'YYYY-MM in Asia/Shanghai.' });
const count = { type: 'integer' } as const;
const days = { type: Number, nullable: true, description: 'Median calendar days since the step before it.' } as const;

/** Which letters are counted: those delivered in these months; at most one of sector, township and category. */
export class LoopQuery {
  @monthField('起始月份')
  from?: string;

  @monthField('截止月份')
  to?: string;

  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  @IdField({ label: '乡镇（街道）', optional: true })
  townshipId?: string;

  @ChoiceField({ label: '类别', of: LETTER_CATEGORIES, name: 'LetterCategory', optional: true })
  category?: LetterCategory;
}

/** How many letters have come to each step. */
export class LoopCounts implements Record<LoopStep, number> {
  @ApiProperty(count)
  delivered: number;

  @ApiProperty(count)
  answered_in_time: number;

  @ApiProperty(count)
  lifted: number;

  @ApiProperty(count)
  accepted: number;

  @ApiProperty(count)
  decided: number;

  @ApiProperty(count)
  adopted: number;

  @ApiProperty(count)
  fed_back: number;

  @ApiProperty(count)
  relayed: number;

  @ApiProperty(count)
  heard: number;
}

/** One step of the loop. */
export class LoopStepFigure {
  @ApiProperty({ enum: LOOP_STEPS, enumName: 'LoopStep' })
  step: LoopStep;

  @ApiProperty(count)
  count: number;

  @ApiProperty(days)
  medianDays: number | null;
}

/** The steps that letters delivered in one month have come to by now. */
export class LoopMonth {
  @ApiProperty({ description: 'YYYY-MM in Asia/Shanghai.' })
  month: string;

  @ApiProperty({ type: LoopCounts })
  counts: LoopCounts;
}

/** How far letters have come in the loop. Exact at the moment of reading. */
export class LoopFiguresView {
  @ApiProperty()
  from: string;

  @ApiProperty()
  to: string;

  @ApiProperty({ type: [LoopStepFigure] })
  steps: LoopStepFigure[];

  @ApiProperty({ type: [LoopMonth] })
  months: LoopMonth[];

  /** Mean of the answers to "were you heard", 1 to 5; null while nobody has answered. */
  @ApiProperty({ type: Number, nullable: true })
  heardAverage: number | null;
}

/** What to split the figures by. */
export class LoopBreakdownQuery extends LoopQuery {
  @ChoiceField({ label: '统计方式', of: LOOP_DIMENSIONS, name: 'LoopDimension' })
  by: LoopDimension;
}

/** The figures of one sector, township, category or month. */
export class LoopPart {
  /** Id of the unit, the category or the month; empty for letters without a township. */
  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: LoopCounts })
  counts: LoopCounts;

  @ApiProperty({ type: [LoopStepFigure] })
  steps: LoopStepFigure[];

  @ApiProperty({ type: Number, nullable: true })
  heardAverage: number | null;
}

/** Which letters are behind a figure. */
export class LoopLettersQuery extends PageQuery {
  @ChoiceField({ label: '环节', of: LOOP_STEPS, name: 'LoopStep' })
  step: LoopStep;

  @monthField('起始月份')
  from?: string;

  @monthField('截止月份')
  to?: string;

  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  /** `none` for letters without a township. */
  @CodeField({ label: '乡镇（街道）', optional: true, pattern: /^(none|[0-9a-f-]{36})$/ })
  townshipId?: string;

  @ChoiceField({ label: '类别', of: LETTER_CATEGORIES, name: 'LetterCategory', optional: true })
  category?: LetterCategory;
}

/** A letter behind a figure: its number and title, never its words. */
export class LoopLetter {
  @ApiProperty({ format: 'uuid' })
  letterId: string;

  @ApiProperty()
  reference: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: LETTER_CATEGORIES, enumName: 'LetterCategory' })
  category: LetterCategory;

  @ApiProperty()
  sectorName: string;

  @ApiProperty({ type: String, nullable: true })
  townshipName: string | null;

  /** The month in which it was delivered. */
  @ApiProperty()
  month: string;

  /** When it came to the step. */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Calendar days since the step before; null for the first. */
  @ApiProperty({ type: 'integer', nullable: true })
  days: number | null;

  /** The furthest step that it has come to. */
  @ApiProperty({ enum: LOOP_STEPS, enumName: 'LoopStep' })
  furthest: LoopStep;
}
