import {
  CONTRIBUTION_STATES,
  type ContributionState,
  DEADLINE_STATES,
  type DeadlineState,
  OPINION_KINDS,
  OPINION_STATES,
  OPINION_THEMES,
  type OpinionKind,
  type OpinionState,
  type OpinionTheme,
  VOICE_ACTIONS,
  VOICE_STATES,
  type VoiceAction,
  type VoiceState,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Recognition } from '../opinions.views.js';
import { VOICE_VIEWERS, type VoiceViewer } from './voices.policy.js';

const instantOrNull = { type: String, format: 'date-time', nullable: true } as const;
const textOrNull = { type: String, nullable: true } as const;
const whole = { type: 'integer' } as const;

/** A member credited in a sector voice. */
export class VoiceContributor {
  @ApiProperty({ format: 'uuid' })
  memberId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: CONTRIBUTION_STATES, enumName: 'ContributionState' })
  state: ContributionState;

  @ApiProperty()
  stateLabel: string;

  /** What this member objects to; only for the convener and for the member. */
  @ApiProperty(textOrNull)
  words: string | null;

  @ApiProperty(instantOrNull)
  answeredAt: string | null;

  /** It is the viewer. */
  @ApiProperty()
  self: boolean;
}

/** An opinion that a sector voice is composed from. */
export class VoiceOpinion {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty(textOrNull)
  reference: string | null;

  @ApiProperty({ enum: OPINION_KINDS, enumName: 'OpinionKind' })
  kind: OpinionKind;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: OPINION_STATES, enumName: 'OpinionState' })
  state: OpinionState;

  /** Author and confirmed co-signers. */
  @ApiProperty({ type: [String] })
  authorNames: string[];

  /** Letters and other sources behind it. */
  @ApiProperty(whole)
  sourceCount: number;

  /** It was merged under another opinion of this voice, not chosen itself. */
  @ApiProperty()
  merged: boolean;
}

/** A part of the text, with its heading. */
export class VoiceSection {
  @ApiProperty()
  key: string;

  @ApiProperty()
  label: string;

  @ApiProperty()
  text: string;
}

/** A step that the voice has taken, in words. */
export class VoiceStep {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  title: string;

  @ApiProperty(textOrNull)
  text: string | null;
}

/** A sector voice in a list. */
export class SectorVoiceSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty(textOrNull)
  reference: string | null;

  @ApiProperty({ format: 'uuid' })
  sectorId: string;

  @ApiProperty()
  sectorName: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: OPINION_THEMES, enumName: 'OpinionTheme' })
  theme: OpinionTheme;

  @ApiProperty({ enum: VOICE_STATES, enumName: 'VoiceState' })
  state: VoiceState;

  @ApiProperty()
  stateLabel: string;

  /** As what the viewer sees it. */
  @ApiProperty({ enum: VOICE_VIEWERS, enumName: 'VoiceViewer' })
  viewer: VoiceViewer;

  @ApiProperty(whole)
  contributorCount: number;

  /** Contributors who have agreed, and who object. */
  @ApiProperty(whole)
  agreedCount: number;

  @ApiProperty(whole)
  objectedCount: number;

  /** What the viewer, being a contributor, has said; null for others. */
  @ApiProperty({ enum: CONTRIBUTION_STATES, enumName: 'ContributionState', nullable: true })
  ownAnswer: ContributionState | null;

  @ApiProperty(instantOrNull)
  objectUntil: string | null;

  @ApiProperty(instantOrNull)
  submittedAt: string | null;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

/** A sector voice, as one who may see it sees it. */
export class SectorVoiceView extends SectorVoiceSummary {
  @ApiProperty()
  convenerName: string;

  @ApiProperty({ type: [VoiceSection] })
  sections: VoiceSection[];

  @ApiProperty({ type: [VoiceContributor] })
  contributors: VoiceContributor[];

  @ApiProperty({ type: [VoiceOpinion] })
  opinions: VoiceOpinion[];

  /** What happens next and by when, in a sentence. */
  @ApiProperty()
  nextStep: string;

  @ApiProperty(instantOrNull)
  circulatedAt: string | null;

  @ApiProperty(instantOrNull)
  acceptedAt: string | null;

  /** By when the office accepts or returns it; only while it is with the office. */
  @ApiProperty(instantOrNull)
  intakeDue: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty(textOrNull)
  returnReason: string | null;

  @ApiProperty({ type: [Recognition] })
  recognitions: Recognition[];

  @ApiProperty({ type: [VoiceStep] })
  journey: VoiceStep[];

  @ApiProperty({ enum: VOICE_ACTIONS, enumName: 'VoiceAction', isArray: true })
  allowedActions: VoiceAction[];

  @ApiProperty(whole)
  version: number;
}

/** An opinion handed in to the sector group, for its convener. */
export class SectorOpinion {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty(textOrNull)
  reference: string | null;

  @ApiProperty({ enum: OPINION_KINDS, enumName: 'OpinionKind' })
  kind: OpinionKind;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: OPINION_THEMES, enumName: 'OpinionTheme' })
  theme: OpinionTheme;

  @ApiProperty({ enum: OPINION_STATES, enumName: 'OpinionState' })
  state: OpinionState;

  @ApiProperty({ type: [String] })
  authorNames: string[];

  /** The beginning of the text. */
  @ApiProperty()
  excerpt: string;

  @ApiProperty(whole)
  sourceCount: number;

  /** Opinions merged under it. */
  @ApiProperty(whole)
  mergedCount: number;

  /** The voice it has been taken into. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  voiceId: string | null;

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @ApiProperty(instantOrNull)
  acceptedAt: string | null;

  @ApiProperty(instantOrNull)
  due: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  @ApiProperty(whole)
  version: number;
}

/** How many of the sector's opinions there are on a theme. */
export class SectorTheme {
  @ApiProperty({ enum: OPINION_THEMES, enumName: 'OpinionTheme' })
  theme: OpinionTheme;

  @ApiProperty()
  label: string;

  @ApiProperty(whole)
  submitted: number;

  @ApiProperty(whole)
  accepted: number;

  /** Taken into a voice or under another opinion. */
  @ApiProperty(whole)
  merged: number;
}
