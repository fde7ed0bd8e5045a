import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Audit } from '../platform/audit/audit.js';
import { asIso } from '../platform/database/instants.js';
import { notFound, Problem } from '../platform/problems/problem.js';
import { RateLimits, type RateRule } from '../platform/rate-limit/rate-limits.js';
import { Settings } from '../platform/settings/settings.js';
import { WechatClient } from '../wechat/wechat-client.js';
import { AccountsService } from './accounts.service.js';
import { deviceName } from './device-name.js';
import type { DemonstrationAccount, SignedIn } from './identity.dto.js';
import { passwordMatches } from './passwords.js';
import { SessionsService } from './sessions.service.js';

/** Failures of one username before it is locked, and for how long; OWASP asks for lockout by account. */
const FAILURES_BY_USERNAME: RateRule = { name: 'sign-in-user', limit: 5, windowSeconds: 900 };
/** Tries from one address, wider, because a whole office may share it. */
const TRIES_BY_ADDRESS: RateRule = { name: 'sign-in-address', limit: 60, windowSeconds: 900 };
const LOCKED = '密码多次输错，账号已临时锁定。请稍后再试，或联系管理员。';

/** Each way to sign in. */
@Injectable()
export class SignInService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly wechat: WechatClient,
    private readonly limits: RateLimits,
    private readonly audit: Audit,
    private readonly settings: Settings,
  ) {}

  /** Signs in with the code of `wx.login`. */
  async withWechat(code: string, request: FastifyRequest): Promise<SignedIn> {
    await this.limits.consume(TRIES_BY_ADDRESS, request.ip);
    const { openid } = await this.wechat.code2Session(code);
    const accountId = await this.accounts.ofWechatUser(openid);
    return this.signedIn(accountId, request, this.settings.SESSION_DAYS * 86_400);
  }

  /** Signs in staff. A locked username is refused even with the right password, until the lock ends. */
  async withPassword(username: string, password: string, request: FastifyRequest): Promise<SignedIn> {
    await this.limits.consume(TRIES_BY_ADDRESS, request.ip);
    const subject = username.toLowerCase();
    await this.limits.refuseIfSpent(FAILURES_BY_USERNAME, subject, LOCKED);
    const account = await this.accounts.staffAccount(username);
    if (!(await passwordMatches(password, account?.passwordHash ?? null)) || !account) {
      if (account) await this.auditFailure(account.id);
      await this.limits.consume(FAILURES_BY_USERNAME, subject, LOCKED);
      throw new Problem({
        status: 401,
        code: 'sign_in_failed',
        detail: '用户名或密码不对，请重新输入。连续输错 5 次会临时锁定。',
      });
    }
    await this.limits.forget(FAILURES_BY_USERNAME, subject);
    return this.signedIn(account.id, request, this.settings.STAFF_SESSION_HOURS * 3600);
  }

  /** The accounts to choose from. @throws {Problem} 404 outside a demonstration. */
  async demonstrationAccounts(): Promise<DemonstrationAccount[]> {
    if (!this.settings.DEMONSTRATION) throw notFound('演示账号');
    return this.accounts.demonstrationAccounts();
  }

  /** Signs in with a demonstration account. @throws {Problem} 404 outside a demonstration. */
  async withDemonstrationAccount(accountId: string, request: FastifyRequest): Promise<SignedIn> {
    const known = (await this.demonstrationAccounts()).some(({ id }) => id === accountId);
    if (!known) throw notFound('演示账号');
    return this.signedIn(accountId, request, this.settings.SESSION_DAYS * 86_400);
  }

  private async signedIn(accountId: string, request: FastifyRequest, lifetimeSeconds: number): Promise<SignedIn> {
    const device = deviceName(request.headers['user-agent']);
    const { token, expiresAt } = await this.sessions.open(accountId, device, lifetimeSeconds);
    return { token, expiresAt: asIso(expiresAt), account: await this.accounts.view(accountId) };
  }

  private auditFailure(accountId: string): Promise<void> {
    return this.audit.append({
      accountId: null,
      action: 'sign_in_failed',
      subjectKind: 'account',
      subjectId: accountId,
    });
  }
}
