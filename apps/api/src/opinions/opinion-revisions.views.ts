import { ApiProperty } from '@nestjs/swagger';
import { OpinionPart } from './opinions.views.js';

const whole = { type: 'integer' } as const;

/** The text as it stood. Desks see only what was handed in. */
export class OpinionRevisionView {
  /** 1, 2, 3 … */
  @ApiProperty(whole)
  number: number;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: [OpinionPart] })
  sections: OpinionPart[];

  /** When it was last saved. */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** It is a text that was handed in. */
  @ApiProperty()
  submitted: boolean;
}

/** How a piece of text differs. */
export const DIFFERENCE_KINDS = ['same', 'added', 'removed'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A piece of text that two revisions share, or that only the later (`added`) or the earlier one (`removed`) has. */
export class TextDifference {
  @ApiProperty({ enum: DIFFERENCE_KINDS, enumName: 'DifferenceKind' })
  kind: DifferenceKind;

  @ApiProperty()
  text: string;
}

/** One part of the text compared. */
export class ComparedPart {
  /** `title`, or the part's key. */
  @ApiProperty()
  key: string;

  @ApiProperty()
  label: string;

  @ApiProperty()
  changed: boolean;

  /** In reading order; those not `added` make the earlier text, those not `removed` the later one. */
  @ApiProperty({ type: [TextDifference] })
  differences: TextDifference[];
}

/** Two revisions side by side. */
export class RevisionComparison {
  @ApiProperty(whole)
  from: number;

  @ApiProperty({ format: 'date-time' })
  fromAt: string;

  @ApiProperty(whole)
  to: number;

  @ApiProperty({ format: 'date-time' })
  toAt: string;

  @ApiProperty({ type: [ComparedPart] })
  parts: ComparedPart[];
}
