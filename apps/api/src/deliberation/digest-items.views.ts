import {
  DECISION_OUTCOMES,
  DECISION_USES,
  type DecisionOutcome,
  type DecisionUse,
  DIGEST_ACTIONS,
  type DigestAction,
  OPINION_KINDS,
  OPINION_THEMES,
  type OpinionKind,
  type OpinionTheme,
  SUBMISSION_KINDS,
  type SubmissionKind,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';

const instantOrNull = { type: String, format: 'date-time', nullable: true } as const;
const textOrNull = { type: String, nullable: true } as const;
const count = { type: 'integer' } as const;

/** An opinion or a sector voice as digests show it. */
export class DigestSubmission {
  @ApiProperty({ enum: SUBMISSION_KINDS, enumName: 'SubmissionKind' })
  kind: SubmissionKind;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty(textOrNull)
  reference: string | null;

  /** Null for a sector voice. */
  @ApiProperty({ enum: OPINION_KINDS, enumName: 'OpinionKind', nullable: true })
  opinionKind: OpinionKind | null;

  /** 社情民意信息, 提案 … or 界别集体声音. */
  @ApiProperty()
  kindLabel: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: OPINION_THEMES, enumName: 'OpinionTheme', nullable: true })
  theme: OpinionTheme | null;

  @ApiProperty()
  themeLabel: string;

  @ApiProperty({ type: [String] })
  authorNames: string[];

  @ApiProperty({ format: 'uuid' })
  sectorId: string;

  @ApiProperty()
  sectorName: string;

  @ApiProperty(instantOrNull)
  acceptedAt: string | null;

  /** Letters and records behind it. */
  @ApiProperty(count)
  sourceCount: number;

  /** Opinions merged into it. */
  @ApiProperty(count)
  mergedCount: number;
}

/** A submission that is on no digest yet. */
export class DigestCandidate extends DigestSubmission {
  /** Working days since it was accepted. */
  @ApiProperty(count)
  waitingWorkingDays: number;
}

/** One part of a submission's text. */
export class SubmissionSectionView {
  @ApiProperty()
  key: string;

  @ApiProperty()
  label: string;

  @ApiProperty()
  text: string;
}

/** As what a member stands behind a submission. */
export const CREDIT_ROLES = ['author', 'cosigner', 'contributor'] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];

/** A member who is credited for a submission. */
export class SubmissionCredit {
  @ApiProperty({ format: 'uuid' })
  memberId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  sectorName: string;

  @ApiProperty({ enum: CREDIT_ROLES, enumName: 'CreditRole' })
  role: CreditRole;
}

/** A decision: recorded by one person, signed by another. */
export class DecisionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty(count)
  revision: number;

  @ApiProperty({ enum: DECISION_OUTCOMES, enumName: 'DecisionOutcome' })
  outcome: DecisionOutcome;

  @ApiProperty()
  outcomeLabel: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ enum: DECISION_USES, enumName: 'DecisionUse', nullable: true })
  use: DecisionUse | null;

  @ApiProperty(textOrNull)
  useLabel: string | null;

  @ApiProperty(textOrNull)
  responsibleBody: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueDate: string | null;

  @ApiProperty(textOrNull)
  correctionReason: string | null;

  @ApiProperty()
  recordedByName: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt: string;

  /** The viewer recorded it and cannot sign it. */
  @ApiProperty()
  recordedByViewer: boolean;

  @ApiProperty(textOrNull)
  signedByName: string | null;

  @ApiProperty(instantOrNull)
  signedAt: string | null;
}

/** A submission on a digest, with what was decided. */
export class DigestItemView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Place on the whole digest: 1, 2, 3 … */
  @ApiProperty(count)
  position: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sectionId: string | null;

  /** What the office says of it in short; the document then has it in place of the whole text. */
  @ApiProperty(textOrNull)
  summary: string | null;

  @ApiProperty({ type: DigestSubmission })
  submission: DigestSubmission;

  @ApiProperty({ type: [SubmissionSectionView] })
  text: SubmissionSectionView[];

  @ApiProperty({ type: [SubmissionCredit] })
  credits: SubmissionCredit[];

  /** The decision in force: the highest that is signed. */
  @ApiProperty({ type: DecisionView, nullable: true })
  decision: DecisionView | null;

  /** Waits for a signature; for those who decide. */
  @ApiProperty({ type: DecisionView, nullable: true })
  pending: DecisionView | null;

  /** Signed decisions that are no longer in force, oldest first. */
  @ApiProperty({ type: [DecisionView] })
  history: DecisionView[];

  @ApiProperty(count)
  remarkCount: number;

  /** The members behind it have been told of the decision in force. */
  @ApiProperty()
  fedBack: boolean;

  /** What the viewer may do to this item now: `edit` (also take it off), `remark`, `decide`, `sign_off`, `correct`, `word_feedback`. */
  @ApiProperty({ enum: DIGEST_ACTIONS, enumName: 'DigestAction', isArray: true })
  allowedActions: DigestAction[];

  @ApiProperty(count)
  version: number;
}
