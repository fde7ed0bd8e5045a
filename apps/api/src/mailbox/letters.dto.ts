import {
  LETTER_CATEGORIES,
  LETTER_STATES,
  type LetterCategory,
  type LetterState,
  LIMITS,
  NAME_DISPLAYS,
  type NameDisplay,
} from '@lianxin/shared';
import {
  BooleanField,
  ChoiceField,
  IdField,
  IdListField,
  NestedField,
  NumberField,
  TextField,
  VersionField,
  WholeNumberField,
} from '../platform/http/fields.js';
import { InstantField } from '../platform/http/instant-field.js';
import { PageQuery } from '../platform/http/page-query.js';

/** A place that a letter is about. Degrees in GCJ-02, as WeChat's location picker gives them. */
export class PlaceInput {
  @TextField({ label: '地点', max: LIMITS.placeName })
  name: string;

  @NumberField({ label: '纬度', min: -90, max: 90, optional: true, nullable: true })
  latitude?: number | null;

  @NumberField({ label: '经度', min: -180, max: 180, optional: true, nullable: true })
  longitude?: number | null;
}

/** A new letter. */
export class WriteLetter {
  @IdField({ label: '委员' })
  memberId: string;

  @ChoiceField({ label: '类别', of: LETTER_CATEGORIES, name: 'LetterCategory' })
  category: LetterCategory;

  @TextField({ label: '标题', max: LIMITS.letterTitle })
  title: string;

  @TextField({ label: '内容', max: LIMITS.letterText })
  text: string;

  @IdListField({ label: '照片', max: LIMITS.letterPhotos })
  photoIds: string[];

  @NestedField({ label: '地点', type: () => PlaceInput, optional: true, nullable: true })
  place?: PlaceInput | null;

  @IdField({ label: '乡镇(街道)', optional: true, nullable: true })
  townshipId?: string | null;

  @ChoiceField({ label: '姓名显示方式', of: NAME_DISPLAYS, name: 'NameDisplay' })
  nameDisplay: NameDisplay;

  /** Needed when the account has no name yet, unless the name is hidden. */
  @TextField({ label: '姓名', max: LIMITS.personName, optional: true })
  writerName?: string;

  /** The words may be used in an opinion, the name left out. */
  @BooleanField({ label: '是否同意用于意见建议' })
  consentOpinion: boolean;

  /** The name may be given in such an opinion. Counts only together with `consentOpinion` and a name shown in full. */
  @BooleanField({ label: '是否同意在意见建议中写明姓名', optional: true })
  consentName?: boolean;
}

/** Words so far, to look for what has been said before. */
export class SimilarLettersQuery {
  @TextField({ label: '标题', max: LIMITS.letterTitle, min: 0 })
  title: string;

  @TextField({ label: '内容', max: LIMITS.letterText, min: 0 })
  text: string;
}

/** Which of the own letters to list. */
export class LettersQuery extends PageQuery {
  @ChoiceField({ label: '状态', of: LETTER_STATES, name: 'LetterState', optional: true })
  state?: LetterState;

  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** A change that says nothing but on which version it is based. */
export class LetterChange {
  @VersionField()
  version: number;
}

/** An answer of the member. */
export class AnswerLetter extends LetterChange {
  @TextField({ label: '回复内容', max: LIMITS.letterText })
  text: string;

  @IdListField({ label: '照片', max: LIMITS.letterPhotos })
  photoIds: string[];
}

/** A further message of the writer. */
export class FollowUpLetter extends LetterChange {
  @TextField({ label: '追问内容', max: LIMITS.letterText })
  text: string;

  @IdListField({ label: '照片', max: LIMITS.letterPhotos })
  photoIds: string[];
}

/** Closing by the writer, with or without a rating. */
export class CloseLetter extends LetterChange {
  /** Were you satisfied: 1 (not at all) to 5 (very). */
  @WholeNumberField({ label: '评分', min: 1, max: 5, optional: true, nullable: true })
  stars?: number | null;

  @TextField({ label: '评价', max: LIMITS.ratingWords, optional: true })
  words?: string;
}

/** A rating of a closed letter. */
export class RateLetter extends LetterChange {
  @WholeNumberField({ label: '评分', min: 1, max: 5 })
  stars: number;

  @TextField({ label: '评价', max: LIMITS.ratingWords, optional: true })
  words?: string;
}

/** A change that needs a reason. */
export class ReasonedChange extends LetterChange {
  @TextField({ label: '理由', max: LIMITS.reason })
  reason: string;
}

/** Handing a letter to another member. */
export class TransferLetter extends ReasonedChange {
  @IdField({ label: '转给的委员' })
  toMemberId: string;
}

/** Naming the right channel for what is not CPPCC work (Art. 7). */
export class ReferLetter extends ReasonedChange {
  @IdField({ label: '渠道' })
  channelId: string;
}

/** Asking the office to look again at what was withheld. */
export class AppealLetter extends ReasonedChange {
  @IdField({ label: '消息' })
  messageId: string;
}

/** Telling the office of abuse. */
export class ReportLetter extends ReasonedChange {
  @IdField({ label: '消息', optional: true })
  messageId?: string;
}

/** Putting a letter aside until a time, or taking it back (null). */
export class SnoozeLetter extends LetterChange {
  @InstantField({ label: '提醒时间', nullable: true })
  until: string | null;
}

/** A note to self. */
export class NoteLetter extends LetterChange {
  @TextField({ label: '备注', max: LIMITS.note })
  text: string;
}
