import {
  COSIGN_STATES,
  type CosignState,
  DEADLINE_STATES,
  type DeadlineState,
  OPINION_ACTIONS,
  OPINION_DESKS,
  OPINION_KINDS,
  OPINION_STATES,
  OPINION_THEMES,
  type OpinionAction,
  type OpinionDesk,
  type OpinionKind,
  type OpinionState,
  type OpinionTheme,
  RECOGNITION_KINDS,
  type RecognitionKind,
  SOURCE_KINDS,
  type SourceKind,
  SUBMISSION_KINDS,
  type SubmissionKind,
  TOPIC_USES,
  type TopicUse,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { OWN_ROLES, type OwnRole } from './opinions.dto.js';
import { OPINION_VIEWERS, type OpinionViewer } from './opinions.policy.js';

const instantOrNull = { type: String, format: 'date-time', nullable: true } as const;
const idOrNull = { type: String, format: 'uuid', nullable: true } as const;
const textOrNull = { type: String, nullable: true } as const;
const whole = { type: 'integer' } as const;

/** A member as opinions show one. */
export class OpinionMember {
  @ApiProperty({ format: 'uuid' })
  memberId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  sectorName: string;
}

/** One part of the text, with its heading. */
export class OpinionPart {
  @ApiProperty()
  key: string;

  @ApiProperty()
  label: string;

  @ApiProperty()
  text: string;
}

/** What an opinion was drawn from. Who said it and in which letter only its author knows, unless the writer agreed to be named. */
export class OpinionSourceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: SOURCE_KINDS, enumName: 'SourceKind' })
  sourceKind: SourceKind;

  /** The letter; only for the author. */
  @ApiProperty(idOrNull)
  sourceId: string | null;

  /** The letter's number; only for the author. */
  @ApiProperty(textOrNull)
  reference: string | null;

  /** The letter's title; only for the author. */
  @ApiProperty(textOrNull)
  title: string | null;

  /** The writer agreed to be quoted. */
  @ApiProperty()
  quotable: boolean;

  @ApiProperty(textOrNull)
  quote: string | null;

  /** The writer's name, only where the writer agreed to it. */
  @ApiProperty(textOrNull)
  shownName: string | null;
}

/** A member asked to sign. */
export class OpinionCosignerView extends OpinionMember {
  @ApiProperty({ enum: COSIGN_STATES, enumName: 'CosignState' })
  state: CosignState;

  @ApiProperty()
  stateLabel: string;

  @ApiProperty({ format: 'date-time' })
  invitedAt: string;

  @ApiProperty(instantOrNull)
  answeredAt: string | null;

  /** It is the viewer. */
  @ApiProperty()
  self: boolean;
}

/** That something was taken up above the county, or an instruction was written on it. */
export class Recognition {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: RECOGNITION_KINDS, enumName: 'RecognitionKind' })
  kind: RecognitionKind;

  @ApiProperty()
  kindLabel: string;

  @ApiProperty()
  body: string;

  @ApiProperty()
  document: string;

  @ApiProperty({ format: 'date' })
  date: string;

  @ApiProperty(textOrNull)
  note: string | null;
}

/** What an opinion was merged under. */
export class MergedInto {
  @ApiProperty({ enum: SUBMISSION_KINDS, enumName: 'SubmissionKind' })
  kind: SubmissionKind;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty(textOrNull)
  reference: string | null;

  /** Only for the desk; other members' words are not for the author. */
  @ApiProperty(textOrNull)
  title: string | null;
}

/** An opinion that was merged under the one shown. */
export class MergedOpinion {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty(textOrNull)
  reference: string | null;

  @ApiProperty()
  title: string;

  @ApiProperty()
  authorName: string;

  @ApiProperty(whole)
  sourceCount: number;

  @ApiProperty(whole)
  version: number;
}

/** A step that the opinion has taken, in words. */
export class OpinionStep {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  title: string;

  @ApiProperty(textOrNull)
  detail: string | null;
}

/** An opinion in its author's or co-signer's list. */
export class OpinionSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: OPINION_KINDS, enumName: 'OpinionKind' })
  kind: OpinionKind;

  @ApiProperty(textOrNull)
  reference: string | null;

  /** Empty until written. */
  @ApiProperty()
  title: string;

  @ApiProperty({ enum: OPINION_THEMES, enumName: 'OpinionTheme', nullable: true })
  theme: OpinionTheme | null;

  @ApiProperty({ enum: OPINION_STATES, enumName: 'OpinionState' })
  state: OpinionState;

  @ApiProperty()
  stateLabel: string;

  @ApiProperty({ enum: OWN_ROLES, enumName: 'OwnRole' })
  role: OwnRole;

  @ApiProperty({ type: OpinionMember })
  author: OpinionMember;

  /** The own answer as a co-signer; null for the author. */
  @ApiProperty({ enum: COSIGN_STATES, enumName: 'CosignState', nullable: true })
  cosignState: CosignState | null;

  /** Members asked to sign who have not answered. */
  @ApiProperty(whole)
  cosignPendingCount: number;

  @ApiProperty(whole)
  sourceCount: number;

  /** What happens next and by when, in a sentence. */
  @ApiProperty()
  nextStep: string;

  @ApiProperty(instantOrNull)
  submittedAt: string | null;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

/** How many own opinions there are that something is to be done with. */
export class OpinionCounts {
  @ApiProperty(whole)
  draft: number;

  @ApiProperty(whole)
  returned: number;

  /** Those of other members that wait for one's own signature. */
  @ApiProperty(whole)
  cosignInvited: number;
}

/** An opinion, as one who may see it sees it. */
export class OpinionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: OPINION_KINDS, enumName: 'OpinionKind' })
  kind: OpinionKind;

  @ApiProperty()
  kindLabel: string;

  @ApiProperty(textOrNull)
  reference: string | null;

  /** Empty until written. */
  @ApiProperty()
  title: string;

  @ApiProperty({ enum: OPINION_THEMES, enumName: 'OpinionTheme', nullable: true })
  theme: OpinionTheme | null;

  @ApiProperty(textOrNull)
  themeLabel: string | null;

  /** The parts in the order in which they are read. */
  @ApiProperty({ type: [OpinionPart] })
  sections: OpinionPart[];

  @ApiProperty({ enum: OPINION_STATES, enumName: 'OpinionState' })
  state: OpinionState;

  @ApiProperty()
  stateLabel: string;

  /** As what the viewer sees it; several at once for a convener who is the author. */
  @ApiProperty({ enum: OPINION_VIEWERS, enumName: 'OpinionViewer', isArray: true })
  viewers: OpinionViewer[];

  /** What happens next and by when, in a sentence. */
  @ApiProperty()
  nextStep: string;

  @ApiProperty({ type: OpinionMember })
  author: OpinionMember;

  @ApiProperty({ format: 'uuid' })
  sectorId: string;

  @ApiProperty()
  sectorName: string;

  @ApiProperty(idOrNull)
  townshipId: string | null;

  @ApiProperty(textOrNull)
  townshipName: string | null;

  @ApiProperty({ enum: OPINION_DESKS, enumName: 'OpinionDesk' })
  desk: OpinionDesk;

  @ApiProperty(idOrNull)
  deskUnitId: string | null;

  /** 政协办公室, or the sector group's or committee's name. */
  @ApiProperty()
  deskName: string;

  @ApiProperty(textOrNull)
  suggestedBody: string | null;

  @ApiProperty({ enum: TOPIC_USES, enumName: 'TopicUse', nullable: true })
  topicUse: TopicUse | null;

  @ApiProperty(textOrNull)
  topicBody: string | null;

  @ApiProperty({ type: [OpinionSourceView] })
  sources: OpinionSourceView[];

  @ApiProperty({ type: [OpinionCosignerView] })
  cosigners: OpinionCosignerView[];

  @ApiProperty({ type: [Recognition] })
  recognitions: Recognition[];

  @ApiProperty({ type: MergedInto, nullable: true })
  mergedInto: MergedInto | null;

  /** What was merged under it; only for desks and leaders. */
  @ApiProperty({ type: [MergedOpinion] })
  merged: MergedOpinion[];

  @ApiProperty(textOrNull)
  returnReason: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty(instantOrNull)
  submittedAt: string | null;

  @ApiProperty(instantOrNull)
  acceptedAt: string | null;

  /** By when the desk accepts or returns it. */
  @ApiProperty(instantOrNull)
  intakeDue: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  /** Who at the desk looks after it; only for desks. */
  @ApiProperty(idOrNull)
  assigneeAccountId: string | null;

  @ApiProperty({ type: [OpinionStep] })
  journey: OpinionStep[];

  @ApiProperty({ enum: OPINION_ACTIONS, enumName: 'OpinionAction', isArray: true })
  allowedActions: OpinionAction[];

  @ApiProperty(whole)
  version: number;
}
