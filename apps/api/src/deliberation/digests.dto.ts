import {
  DECISION_OUTCOMES,
  DECISION_USES,
  type DecisionOutcome,
  type DecisionUse,
  DIGEST_STATES,
  type DigestState,
  LIMITS,
  OPINION_KINDS,
  OPINION_THEMES,
  type OpinionKind,
  type OpinionTheme,
  SUBMISSION_KINDS,
  type SubmissionKind,
} from '@lianxin/shared';
import {
  BooleanField,
  ChoiceField,
  DayField,
  IdField,
  IdListField,
  NestedListField,
  TextField,
  VersionField,
  WholeNumberField,
} from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';

/** Which digests to list. */
export class DigestsQuery extends PageQuery {
  @ChoiceField({ label: '状态', of: DIGEST_STATES, name: 'DigestState', optional: true })
  state?: DigestState;

  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** What can be filtered for: a kind of opinion, or sector voices. */
export const CANDIDATE_KINDS = [...OPINION_KINDS, 'sector_voice'] as const;
export type CandidateKind = OpinionKind | 'sector_voice';

/** Which submissions, of those that are on no digest yet, to list. */
export class CandidatesQuery extends PageQuery {
  @ChoiceField({ label: '类型', of: CANDIDATE_KINDS, name: 'CandidateKind', optional: true })
  kind?: CandidateKind;

  @ChoiceField({ label: '主题', of: OPINION_THEMES, name: 'OpinionTheme', optional: true })
  theme?: OpinionTheme;

  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** A new digest. */
export class CreateDigest {
  @TextField({ label: '会议名称', max: LIMITS.meetingName })
  meetingName: string;

  @DayField({ label: '会议日期' })
  meetingDate: string;

  /** Left out: made from the meeting's name. */
  @TextField({ label: '标题', max: LIMITS.digestTitle, optional: true })
  title?: string;
}

/** A change that says nothing but on which version it is based. */
export class DigestChange {
  @VersionField()
  version: number;
}

/** The version that a removal is based on, in the query string. */
export class DigestVersionQuery {
  @WholeNumberField({ label: '版本号', min: 1, max: 2_147_483_647 })
  version: number;
}

/** A change of what stands above and below a digest's items. */
export class ChangeDigest extends DigestChange {
  @TextField({ label: '会议名称', max: LIMITS.meetingName, optional: true })
  meetingName?: string;

  @DayField({ label: '会议日期', optional: true })
  meetingDate?: string;

  @TextField({ label: '标题', max: LIMITS.digestTitle, optional: true })
  title?: string;

  /** The document has a red heading; it needs an issuer. */
  @BooleanField({ label: '是否套红', optional: true })
  redHeading?: boolean;

  @TextField({ label: '发文机关', max: LIMITS.digestIssuer, optional: true, nullable: true })
  issuer?: string | null;

  @TextField({ label: '前言', max: LIMITS.digestPreface, optional: true, nullable: true })
  preface?: string | null;
}

/** An opinion or a sector voice. */
export class SubmissionRefInput {
  @ChoiceField({ label: '类型', of: SUBMISSION_KINDS, name: 'SubmissionKind' })
  kind: SubmissionKind;

  @IdField({ label: '意见建议' })
  id: string;
}

/** Submissions to put on a digest, after those that are on it. */
export class AddDigestItems extends DigestChange {
  @NestedListField({ label: '意见建议', type: () => SubmissionRefInput, min: 1, max: LIMITS.digestItems })
  submissions: SubmissionRefInput[];

  @IdField({ label: '栏目', optional: true, nullable: true })
  sectionId?: string | null;
}

/** A change of an item; `version` is the item's. */
export class ChangeDigestItem extends DigestChange {
  @TextField({ label: '摘要', max: LIMITS.digestSummary, nullable: true })
  summary: string | null;
}

/** A section with its items in their order. */
export class DigestSectionInput {
  /** Left out for a new section. */
  @IdField({ label: '栏目', optional: true })
  id?: string;

  @TextField({ label: '栏目名称', max: LIMITS.digestSectionTitle })
  title: string;

  @IdListField({ label: '栏目里的意见建议', max: LIMITS.digestItems })
  itemIds: string[];
}

/** The whole order of a digest. Every item is named exactly once. */
export class ArrangeDigest extends DigestChange {
  /** Items before the first section, in their order. */
  @IdListField({ label: '未分栏目的意见建议', max: LIMITS.digestItems, optional: true })
  itemIds?: string[];

  @NestedListField({ label: '栏目', type: () => DigestSectionInput, max: LIMITS.digestSections })
  sections: DigestSectionInput[];
}

/** A remark on a digest or on one of its items. */
export class WriteRemark {
  @TextField({ label: '批注', max: LIMITS.remark })
  text: string;

  @IdField({ label: '意见建议', optional: true, nullable: true })
  itemId?: string | null;
}

/** A decision of the meeting; `version` is the item's. */
export class DecideItem extends DigestChange {
  @ChoiceField({ label: '决定', of: DECISION_OUTCOMES, name: 'DecisionOutcome' })
  outcome: DecisionOutcome;

  @TextField({ label: '理由', max: LIMITS.decisionReason })
  reason: string;

  /** What it becomes; needed when adopted or partly adopted, refused otherwise. */
  @ChoiceField({ label: '转化为', of: DECISION_USES, name: 'DecisionUse', optional: true, nullable: true })
  use?: DecisionUse | null;

  /** Needed for a referral. */
  @TextField({ label: '承办单位', max: LIMITS.responsibleBody, optional: true, nullable: true })
  responsibleBody?: string | null;

  /** Needed for a referral. */
  @DayField({ label: '办理期限', optional: true, nullable: true })
  dueDate?: string | null;
}

/** A decision that replaces one that was signed. */
export class CorrectDecision extends DecideItem {
  @TextField({ label: '更正原因', max: LIMITS.reason })
  correctionReason: string;
}
