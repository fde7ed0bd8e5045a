import { LIMITS, ROLE_NAMES, type RoleName } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, IdField, PasswordField, TextField, VersionField } from '../platform/http/fields.js';

/** What a client must know before anyone signs in. */
export class ProductConfig {
  /** Demonstration accounts and the WeChat stand-in are in use; screens say so. */
  @ApiProperty()
  demonstration: boolean;

  /** Working days within which a member answers. */
  @ApiProperty({ type: 'integer' })
  firstAnswerWorkingDays: number;

  /** Working days without word after which an answered letter closes by itself. */
  @ApiProperty({ type: 'integer' })
  closingWorkingDays: number;

  /** Days after closing within which a letter may be reopened once. */
  @ApiProperty({ type: 'integer' })
  reopenDays: number;

  /** Ids of WeChat's subscribe message templates, by what they tell; screens ask for consent to these. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  noticeTemplates: Record<string, string>;
}

/** Sign-in from the mini-program: the code that `wx.login` gave. */
export class WechatSignIn {
  @CodeField({ label: '微信登录凭证', pattern: /^[\w-]{1,128}$/ })
  code: string;
}

/** Sign-in of staff at a desk. */
export class StaffSignIn {
  @TextField({ label: '用户名', max: LIMITS.username })
  username: string;

  @PasswordField({ label: '密码', min: 1, max: LIMITS.passwordMax })
  password: string;
}

/** Sign-in with one of the demonstration accounts. */
export class DemonstrationSignIn {
  @IdField({ label: '演示账号' })
  accountId: string;
}

/** A role that the account holds. */
export class RoleView {
  @ApiProperty({ enum: ROLE_NAMES, enumName: 'RoleName' })
  name: RoleName;

  /** The sector of a convener, the committee of committee staff, else null. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  scopeId: string | null;

  @ApiProperty({ type: String, nullable: true })
  scopeName: string | null;
}

/** The own account. */
export class AccountView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The name the person gave; null until given. */
  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  /** Township and sector the person counts to, for finding a member; null until chosen. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  townshipId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sectorId: string | null;

  @ApiProperty({ type: [RoleView] })
  roles: RoleView[];

  /** The directory entry this account is linked to, when a member. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  memberId: string | null;

  /** Signs in with a password and can change it. */
  @ApiProperty()
  hasPassword: boolean;

  /** Is linked to a WeChat account. */
  @ApiProperty()
  hasWechat: boolean;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** A new session. The token is shown this once. */
export class SignedIn {
  @ApiProperty()
  token: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: AccountView })
  account: AccountView;
}

/** One of the own sessions. */
export class SessionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** What the session was opened with, in words a person recognises: 微信小程序, Chrome 浏览器. */
  @ApiProperty()
  device: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  /** The session that asks. */
  @ApiProperty()
  current: boolean;
}

/** Change of the own account. */
export class ChangeAccount {
  @TextField({ label: '姓名', max: LIMITS.personName, optional: true })
  name?: string;

  @IdField({ label: '乡镇(街道)', optional: true, nullable: true })
  townshipId?: string | null;

  @IdField({ label: '界别', optional: true, nullable: true })
  sectorId?: string | null;

  @VersionField()
  version: number;
}

/** Change of the own password. All other sessions end with it. */
export class ChangePassword {
  @PasswordField({ label: '现在的密码', min: 1, max: LIMITS.passwordMax })
  currentPassword: string;

  @PasswordField({ label: '新密码', min: LIMITS.passwordMin, max: LIMITS.passwordMax })
  newPassword: string;
}

/** A member links the WeChat account with the code that the office issued. */
export class LinkMember {
  @CodeField({ label: '关联码', pattern: /^[0-9A-Za-z-]{6,14}$/ })
  code: string;
}

/** A demonstration account to choose from. */
export class DemonstrationAccount {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [RoleView] })
  roles: RoleView[];

  /** What one can try with it, one sentence. */
  @ApiProperty()
  description: string;
}

/** A member and whether the WeChat account is linked, for the office. */
export class MemberLinkView {
  @ApiProperty({ format: 'uuid' })
  memberId: string;

  @ApiProperty()
  memberName: string;

  @ApiProperty()
  sectorName: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  linkedAt: string | null;

  /** The unused code that is still valid, if any; its characters are shown only when issued. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  codeId: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  codeExpiresAt: string | null;
}

/** A code just issued. Its characters are shown this once. */
export class IssuedLinkCode {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  memberName: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
