import { LETTER_CATEGORIES, type LetterCategory } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';

/** A letter of the own mailbox that an opinion may be drawn from. */
export class SourceableLetterView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reference: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  excerpt: string;

  @ApiProperty({ enum: LETTER_CATEGORIES, enumName: 'LetterCategory' })
  category: LetterCategory;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  /** The writer agreed to be quoted. */
  @ApiProperty()
  quotable: boolean;

  /** The writer's name, only where the writer agreed to it. */
  @ApiProperty({ type: String, nullable: true })
  shownName: string | null;

  /** Own opinions, not withdrawn, that are drawn from it already. */
  @ApiProperty({ type: 'integer' })
  opinionCount: number;
}

/** The same with all that its writer said, to choose a passage from. */
export class SourceableLetterText extends SourceableLetterView {
  @ApiProperty()
  text: string;
}
