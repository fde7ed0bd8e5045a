import {
  DEADLINE_STATES,
  type DeadlineState,
  INTAKE_BOXES,
  type IntakeBox,
  LIMITS,
  OPINION_DESKS,
  OPINION_KINDS,
  OPINION_STATES,
  OPINION_THEMES,
  type OpinionDesk,
  type OpinionKind,
  type OpinionState,
  type OpinionTheme,
  SUBMISSION_KINDS,
  type SubmissionKind,
} from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IdField, TextField } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';

/** What the kind of a submission can be asked for: an opinion's kind, or a sector voice. */
export const INTAKE_KINDS = [...OPINION_KINDS, 'sector_voice'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

const instantOrNull = { type: String, format: 'date-time', nullable: true } as const;
const textOrNull = { type: String, nullable: true } as const;
const whole = { type: 'integer' } as const;

/** Which submissions of the own desks to list. Also the filters of the export. */
export class IntakeQuery extends PageQuery {
  @ChoiceField({ label: '分类', of: INTAKE_BOXES, name: 'IntakeBox', optional: true })
  box: IntakeBox = 'open';

  /** Only what lies at this kind of desk, for somebody who sits at several. */
  @ChoiceField({ label: '受理方', of: OPINION_DESKS, name: 'OpinionDesk', optional: true })
  desk?: OpinionDesk;

  @ChoiceField({ label: '种类', of: INTAKE_KINDS, name: 'IntakeKind', optional: true })
  kind?: IntakeKind;

  @ChoiceField({ label: '主题', of: OPINION_THEMES, name: 'OpinionTheme', optional: true })
  theme?: OpinionTheme;

  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  @IdField({ label: '负责人', optional: true })
  assigneeId?: string;

  /** Words in title or number. */
  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** Somebody at a desk. */
export class DeskColleague {
  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  name: string;

  /** It is oneself. */
  @ApiProperty()
  self: boolean;
}

/** A submission in the intake queue. */
export class IntakeItem {
  @ApiProperty({ enum: SUBMISSION_KINDS, enumName: 'SubmissionKind' })
  kind: SubmissionKind;

  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Null until accepted. */
  @ApiProperty(textOrNull)
  reference: string | null;

  /** Null for a sector voice. */
  @ApiProperty({ enum: OPINION_KINDS, enumName: 'OpinionKind', nullable: true })
  opinionKind: OpinionKind | null;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: OPINION_THEMES, enumName: 'OpinionTheme' })
  theme: OpinionTheme;

  /** Author and confirmed co-signers, or everyone credited in a voice. */
  @ApiProperty({ type: [String] })
  authorNames: string[];

  @ApiProperty()
  sectorName: string;

  /** Where it lies. */
  @ApiProperty({ enum: OPINION_DESKS, enumName: 'OpinionDesk' })
  desk: OpinionDesk;

  /** The group or committee; null for the office. */
  @ApiProperty(textOrNull)
  deskUnitName: string | null;

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @ApiProperty(instantOrNull)
  acceptedAt: string | null;

  /** By when it is accepted or returned; null once it is. */
  @ApiProperty(instantOrNull)
  due: string | null;

  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  deadline: DeadlineState;

  /** A voice has the same words for its states as far as a desk sees them. */
  @ApiProperty({ enum: OPINION_STATES, enumName: 'OpinionState' })
  state: OpinionState;

  @ApiProperty()
  stateLabel: string;

  @ApiProperty({ type: DeskColleague, nullable: true })
  assignee: DeskColleague | null;

  /** Others of the desk who have it open now. */
  @ApiProperty({ type: [String] })
  presentNames: string[];

  /** Letters and other sources behind it. */
  @ApiProperty(whole)
  sourceCount: number;

  /** Opinions merged under it. */
  @ApiProperty(whole)
  mergedCount: number;

  @ApiProperty(whole)
  version: number;
}

/** How many submissions of the own desks wait, by box. */
export class IntakeCounts implements Record<Exclude<IntakeBox, 'all' | 'waiting_longest'>, number> {
  @ApiProperty(whole)
  mine: number;

  @ApiProperty(whole)
  unassigned: number;

  @ApiProperty(whole)
  open: number;

  @ApiProperty(whole)
  overdue: number;

  @ApiProperty(whole)
  accepted: number;
}
