import {
  LIMITS,
  OPINION_DESKS,
  OPINION_KINDS,
  OPINION_STATES,
  OPINION_THEMES,
  type OpinionDesk,
  type OpinionKind,
  type OpinionState,
  type OpinionTheme,
  RECOGNITION_KINDS,
  type RecognitionKind,
  SOURCE_KINDS,
  type SourceKind,
  TOPIC_USES,
  type TopicUse,
} from '@lianxin/shared';
import {
  ChoiceField,
  CodeField,
  DayField,
  IdField,
  IdListField,
  NestedListField,
  TextField,
  VersionField,
  WholeNumberField,
} from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';

/** The longest part that any kind of opinion has; each kind has its own limits within. */
const LONGEST_PART = 3000;
const MOST_PARTS = 3;
/** Characters of a draft that are enough to find what is like it. */
const SIMILAR_TEXT = 500;
const MOST_REVISIONS = 100_000;

/** As what one has own opinions. */
export const OWN_ROLES = ['author', 'cosigner'] as const;
export type OwnRole = (typeof OWN_ROLES)[number];

/** What an opinion is drawn from. */
export class SourceInput {
  @ChoiceField({ label: '来源类别', of: SOURCE_KINDS, name: 'SourceKind' })
  sourceKind: SourceKind;

  @IdField({ label: '来源' })
  sourceId: string;

  /** The passage used, word for word; what is left out between is written ……. Only with the writer's consent. */
  @TextField({ label: '引用的原话', max: LIMITS.sourceQuote, optional: true, nullable: true })
  quote?: string | null;
}

/** A new opinion, empty, or begun from letters. */
export class BeginOpinion {
  @ChoiceField({ label: '类型', of: OPINION_KINDS, name: 'OpinionKind' })
  kind: OpinionKind;

  @NestedListField({ label: '来源', type: () => SourceInput, max: LIMITS.opinionSources, optional: true })
  sources?: SourceInput[];
}

/** A change that says nothing but on which version it is based. */
export class OpinionChange {
  @VersionField()
  version: number;
}

/** One part of the text. */
export class OpinionPartInput {
  /** One of the keys in `OPINION_SECTIONS` of the opinion's kind. */
  @CodeField({ label: '部分', pattern: /^[a-z_]{1,20}$/ })
  key: string;

  @TextField({ label: '正文', max: LONGEST_PART, min: 0 })
  text: string;
}

/** Autosave. What is left out stays as it is. */
export class SaveOpinion extends OpinionChange {
  @TextField({ label: '标题', max: LIMITS.opinionTitle, min: 0, optional: true })
  title?: string;

  @NestedListField({ label: '正文', type: () => OpinionPartInput, max: MOST_PARTS, optional: true })
  sections?: OpinionPartInput[];

  @ChoiceField({ label: '主题', of: OPINION_THEMES, name: 'OpinionTheme', optional: true, nullable: true })
  theme?: OpinionTheme | null;

  @IdField({ label: '乡镇(街道)', optional: true, nullable: true })
  townshipId?: string | null;

  @ChoiceField({ label: '提交给', of: OPINION_DESKS, name: 'OpinionDesk', optional: true })
  desk?: OpinionDesk;

  /** The committee, when it goes to a special committee. */
  @IdField({ label: '专门委员会', optional: true, nullable: true })
  deskUnitId?: string | null;

  @TextField({ label: '建议承办单位', max: LIMITS.suggestedBody, min: 0, optional: true, nullable: true })
  suggestedBody?: string | null;

  @ChoiceField({ label: '建议用途', of: TOPIC_USES, name: 'TopicUse', optional: true, nullable: true })
  topicUse?: TopicUse | null;

  @TextField({ label: '建议组织单位', max: LIMITS.suggestedBody, min: 0, optional: true, nullable: true })
  topicBody?: string | null;
}

/** All sources of an opinion, in their order. */
export class ChooseSources extends OpinionChange {
  @NestedListField({ label: '来源', type: () => SourceInput, max: LIMITS.opinionSources })
  sources: SourceInput[];
}

/** All members asked to sign; those who are not there any more are taken off. */
export class ChooseCosigners extends OpinionChange {
  @IdListField({ label: '联名委员', max: LIMITS.opinionCosigners })
  memberIds: string[];
}

/** The answer of a member asked to sign, to the text of this version. */
export class AnswerCosign extends OpinionChange {
  @ChoiceField({ label: '是否联名', of: ['confirmed', 'declined'], name: 'CosignDecision' })
  decision: 'confirmed' | 'declined';
}

/** Giving an opinion back for another try. */
export class ReturnOpinion extends OpinionChange {
  @TextField({ label: '退回理由', max: LIMITS.reason })
  reason: string;
}

/** Passing an opinion on to the right desk. */
export class PassOnOpinion extends OpinionChange {
  @ChoiceField({ label: '转给', of: OPINION_DESKS, name: 'OpinionDesk' })
  desk: OpinionDesk;

  /** The committee, when it goes to a special committee. */
  @IdField({ label: '专门委员会', optional: true, nullable: true })
  deskUnitId?: string | null;

  @TextField({ label: '理由', max: LIMITS.reason })
  reason: string;
}

/** Merging an accepted opinion under another accepted one of the same desk. */
export class MergeOpinion extends OpinionChange {
  @IdField({ label: '并入的意见' })
  intoId: string;
}

/** That something was taken up above the county, or an instruction was written on it. */
export class AddRecognition {
  @ChoiceField({ label: '类别', of: RECOGNITION_KINDS, name: 'RecognitionKind' })
  kind: RecognitionKind;

  @TextField({ label: '采用单位或批示领导', max: LIMITS.recognitionBody })
  body: string;

  @TextField({ label: '文件名称或文号', max: LIMITS.document })
  document: string;

  @DayField({ label: '日期' })
  date: string;

  @TextField({ label: '说明', max: LIMITS.recognitionNote, optional: true, nullable: true })
  note?: string | null;
}

/** Which of the own opinions to list. */
export class OpinionsQuery extends PageQuery {
  /** Author unless given. */
  @ChoiceField({ label: '身份', of: OWN_ROLES, name: 'OwnRole', optional: true })
  role?: OwnRole;

  /** Without one, all but those withdrawn. */
  @ChoiceField({ label: '状态', of: OPINION_STATES, name: 'OpinionState', optional: true })
  state?: OpinionState;

  @ChoiceField({ label: '类型', of: OPINION_KINDS, name: 'OpinionKind', optional: true })
  kind?: OpinionKind;

  /** Words of title or number. */
  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** What to look for likeness to. */
export class SimilarOpinionsQuery {
  /** Title and text so far; its beginning is enough. */
  @TextField({ label: '内容', max: SIMILAR_TEXT })
  text: string;

  /** The opinion that it is the text of. */
  @IdField({ label: '意见', optional: true })
  exceptId?: string;
}

/** Two revisions to compare. */
export class CompareRevisionsQuery {
  @WholeNumberField({ label: '较早的版本', min: 1, max: MOST_REVISIONS })
  from: number;

  @WholeNumberField({ label: '较晚的版本', min: 1, max: MOST_REVISIONS })
  to: number;
}

/** Which letters of the own mailbox to offer as sources. */
export class SourceableLettersQuery extends PageQuery {
  /** Words of title, number or the beginning of the text. */
  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}
