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

/** Tries of one username until one succeeds. The fifth failure locks it for a quarter of an hour; OWASP asks for lockout by account. */
const TRIES_BY_USERNAME: RateRule = { name: 'sign-in-user', limit: 5, windowSeconds: 900, locks: true };
/** Staff's tries from one address, wider, because a whole office may share it. */
const STAFF_BY_ADDRESS: RateRule = { name: 'sign-in-address', limit: 60, windowSeconds: 900 };
/** Sign-ins with WeChat from one address, wider still: the phones of a town may share one of their carrier's. */
const WECHAT_BY_ADDRESS: RateRule = { name: 'sign-in-wechat', limit: 300, windowSeconds: 900 };
const LOCKED = '密码多次输错，账号已临时锁定 15 分钟。请稍后再试，或联系管理员。';

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
    await this.limits.consume(WECHAT_BY_ADDRESS, request.ip);
    const { openid } = await this.wechat.code2Session(code);
    const accountId = await this.accounts.ofWechatUser(openid);
    return this.signedIn(accountId, request, this.settings.SESSION_DAYS * 86_400);
  }

  /**
   * Signs in staff. A try counts before the password is looked at, so that many at the same moment are no way around the lock; a locked
   * username is refused even with the right password. Known and unknown usernames take the same steps.
   * @throws {Problem} 401 for a wrong name or password, 429 while locked.
   */
  async withPassword(username: string, password: string, request: FastifyRequest): Promise<SignedIn> {
    await this.limits.consume(STAFF_BY_ADDRESS, request.ip);
    const subject = username.toLowerCase();
    const tries = await this.limits.consume(TRIES_BY_USERNAME, subject, LOCKED);
    const account = await this.accounts.staffAccount(username);
    if (!(await passwordMatches(password, account?.passwordHash ?? null)) || !account) {
      await this.recordFailure(account?.id ?? 'unknown', tries);
      throw new Problem({
        status: 401,
        code: 'sign_in_failed',
        detail: '用户名或密码不对，请重新输入。连续输错 5 次会临时锁定。',
      });
    }
    await this.limits.forget(TRIES_BY_USERNAME, subject);
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

  private recordFailure(subjectId: string, tries: number): Promise<void> {
    const action = tries === TRIES_BY_USERNAME.limit ? 'sign_in_locked' : 'sign_in_failed';
    return this.audit.append({ accountId: null, action, subjectKind: 'account', subjectId });
  }
}
