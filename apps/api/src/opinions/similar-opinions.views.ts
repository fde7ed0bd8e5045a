import { OPINION_THEMES, type OpinionTheme, SUBMISSION_KINDS, type SubmissionKind } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';

/** Something in hand that is like a text. Members see that it exists, not what it says. */
export class SimilarSubmission {
  @ApiProperty({ enum: SUBMISSION_KINDS, enumName: 'SubmissionKind' })
  kind: SubmissionKind;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, nullable: true })
  reference: string | null;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: OPINION_THEMES, enumName: 'OpinionTheme', nullable: true })
  theme: OpinionTheme | null;

  @ApiProperty()
  stateLabel: string;

  @ApiProperty()
  sectorName: string;

  /** 0 (nothing in common) to 1 (the same). */
  @ApiProperty({ minimum: 0, maximum: 1 })
  likeness: number;

  /** The viewer may open it. */
  @ApiProperty()
  openable: boolean;

  /** The viewer's desk has it and it can take in another one. */
  @ApiProperty()
  mergeable: boolean;
}
