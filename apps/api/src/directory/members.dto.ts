import { LIMITS } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, IdField, TextField, VersionField } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';
import { UnitReference } from './directory-units.dto.js';

/** How a member answers letters, from the member's letters so far. */
export class MemberFigures {
  /** Letters received. */
  @ApiProperty({ type: 'integer' })
  letters: number;

  /** Share of letters answered, 0 to 1; null below `FIGURES_MINIMUM_LETTERS`. */
  @ApiProperty({ type: Number, nullable: true })
  answerRate: number | null;

  /** Median hours from delivery to the first answer; null below `FIGURES_MINIMUM_LETTERS`. */
  @ApiProperty({ type: Number, nullable: true })
  usualAnswerHours: number | null;
}

/** A member in a list. */
export class MemberSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  portraitUrl: string | null;

  @ApiProperty()
  workUnit: string;

  /** May be empty, as may `field`. */
  @ApiProperty()
  post: string;

  @ApiProperty()
  field: string;

  @ApiProperty({ type: UnitReference })
  sector: UnitReference;

  @ApiProperty({ type: UnitReference, nullable: true })
  committee: UnitReference | null;

  @ApiProperty({ type: UnitReference, nullable: true })
  township: UnitReference | null;

  @ApiProperty({ type: MemberFigures })
  figures: MemberFigures;

  /** One can write to this member. */
  @ApiProperty()
  acceptsLetters: boolean;
}

/** A member's page. */
export class MemberDetail extends MemberSummary {
  /** The member's number on the roster, 委员编号. */
  @ApiProperty()
  number: string;

  @ApiProperty({ type: String, nullable: true })
  bio: string | null;

  /** The committee's term, for example 第十届. */
  @ApiProperty()
  term: string;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** Which members to list. All conditions hold together. */
export class MembersQuery extends PageQuery {
  /** Words in name, pinyin, initials of the pinyin, work unit, field or post; with spaces between, all of them. */
  @TextField({ label: '搜索词', max: LIMITS.query, optional: true, min: 0 })
  query?: string;

  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  @IdField({ label: '专门委员会', optional: true })
  committeeId?: string;

  @IdField({ label: '乡镇(街道)', optional: true })
  townshipId?: string;

  /** A part of the work unit's name. */
  @TextField({ label: '工作单位', max: LIMITS.workUnit, optional: true, min: 0 })
  workUnit?: string;

  /** A part of the field's name. */
  @TextField({ label: '专业领域', max: LIMITS.field, optional: true, min: 0 })
  field?: string;
}

/** Change of a member by the office. */
export class ChangeMember {
  @TextField({ label: '姓名', max: LIMITS.personName, optional: true })
  name?: string;

  @TextField({ label: '工作单位', max: LIMITS.workUnit, optional: true })
  workUnit?: string;

  @TextField({ label: '职务', max: LIMITS.post, optional: true, min: 0 })
  post?: string;

  @TextField({ label: '专业领域', max: LIMITS.field, optional: true, min: 0 })
  field?: string;

  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  @IdField({ label: '专门委员会', optional: true, nullable: true })
  committeeId?: string | null;

  @IdField({ label: '乡镇(街道)', optional: true, nullable: true })
  townshipId?: string | null;

  @TextField({ label: '简介', max: LIMITS.bio, optional: true, nullable: true })
  bio?: string | null;

  @TextField({ label: '届次', max: LIMITS.term, optional: true })
  term?: string;

  /** A member who is not active is in no list and receives no letters. */
  @BooleanField({ label: '是否在任', optional: true })
  active?: boolean;

  /** A photo that the office has just uploaded; null takes the portrait away. */
  @IdField({ label: '照片', optional: true, nullable: true })
  portraitPhotoId?: string | null;

  @VersionField()
  version: number;
}

/** The words of a letter, to find the member who speaks for its writer. Nothing of it is kept. */
export class SuggestMembers {
  @TextField({ label: '内容', max: LIMITS.letterTitle + LIMITS.letterText, min: 0 })
  text: string;

  @IdField({ label: '乡镇(街道)', optional: true, nullable: true })
  townshipId?: string | null;

  @IdField({ label: '界别', optional: true, nullable: true })
  sectorId?: string | null;
}

/** A member who may be the right one, and why. */
export class MemberSuggestion {
  @ApiProperty({ type: MemberSummary })
  member: MemberSummary;

  /** A short Chinese phrase: why this member. */
  @ApiProperty()
  reason: string;
}

/** At most five, the best first. */
export class MemberSuggestions {
  @ApiProperty({ type: [MemberSuggestion] })
  items: MemberSuggestion[];
}
