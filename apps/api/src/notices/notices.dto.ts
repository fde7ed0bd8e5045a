import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, BooleanQueryField, ChoiceField, NestedListField } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';
import {
  NOTICE_SCREENS,
  NOTICE_SUBJECTS,
  NOTICE_TEMPLATES,
  type NoticeScreen,
  type NoticeSubject,
  type NoticeTemplate,
} from './notice-kinds.js';

/** Something a person is told in the app. */
export class Notice {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  kind: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  text: string;

  /** The letter it is about; null when about none. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  letterId: string | null;

  /** What else it is about; null when about a letter or nothing. */
  @ApiProperty({ enum: NOTICE_SUBJECTS, enumName: 'NoticeSubject', nullable: true })
  aboutKind: NoticeSubject | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  aboutId: string | null;

  /** As what the person reads it, for the screen that the link opens. */
  @ApiProperty({ enum: NOTICE_SCREENS, enumName: 'NoticeScreen', nullable: true })
  as: NoticeScreen | null;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null;
}

/** Which notices to list, newest first. */
export class NoticesQuery extends PageQuery {
  /** Only unread ones. */
  @BooleanQueryField({ label: '只看未读', optional: true })
  unread?: boolean;
}

/** How many notices are unread. */
export class NoticeCounts {
  @ApiProperty({ type: 'integer' })
  unread: number;
}

/** A person's answer to WeChat's question about one template. */
export class NoticeConsentAnswer {
  @ChoiceField({ label: '提醒类型', of: NOTICE_TEMPLATES, name: 'NoticeTemplate' })
  template: NoticeTemplate;

  @BooleanField({ label: '是否同意' })
  accepted: boolean;
}

/** A person's answers to one question of WeChat, which may name up to three templates. */
export class GiveNoticeConsents {
  @NestedListField({ label: '订阅结果', type: () => NoticeConsentAnswer, min: 1, max: NOTICE_TEMPLATES.length })
  answers: NoticeConsentAnswer[];
}

/** How many more messages of a template the person may be sent. */
export class NoticeConsentView {
  @ApiProperty({ enum: NOTICE_TEMPLATES, enumName: 'NoticeTemplate' })
  template: NoticeTemplate;

  @ApiProperty({ type: 'integer' })
  remaining: number;
}

/** The counts of all templates. */
export class NoticeConsents {
  @ApiProperty({ type: [NoticeConsentView] })
  items: NoticeConsentView[];
}
