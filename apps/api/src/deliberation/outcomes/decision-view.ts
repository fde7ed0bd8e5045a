import {
  DECISION_OUTCOMES,
  DECISION_USES,
  type DecisionOutcome,
  type DecisionUse,
  SUBMISSION_KINDS,
  type SubmissionKind,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';

/** A signed decision, as those read it who may know of it. */
export class SignedDecisionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** 1 for the first; a higher one is a correction. */
  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty({ enum: DECISION_OUTCOMES, enumName: 'DecisionOutcome' })
  outcome: DecisionOutcome;

  @ApiProperty()
  outcomeLabel: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ enum: DECISION_USES, enumName: 'DecisionUse', nullable: true })
  use: DecisionUse | null;

  @ApiProperty({ type: String, nullable: true })
  useLabel: string | null;

  @ApiProperty({ type: String, nullable: true })
  responsibleBody: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueDate: string | null;

  /** Why it replaces an earlier one. */
  @ApiProperty({ type: String, nullable: true })
  correctionReason: string | null;

  @ApiProperty({ format: 'date-time' })
  signedAt: string;
}

/** An opinion or a sector voice by number and title. */
export class SubmissionLink {
  @ApiProperty({ enum: SUBMISSION_KINDS, enumName: 'SubmissionKind' })
  kind: SubmissionKind;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, nullable: true })
  reference: string | null;

  @ApiProperty()
  title: string;
}
