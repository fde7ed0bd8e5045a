import { createHmac, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type MembersFilter, MembersService } from '../directory/members.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, isUniqueViolation } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import type { Page } from '../platform/database/keyset.js';
import { actionNotAllowed, fieldInvalid, notFound } from '../platform/problems/problem.js';
import { RateLimits, type RateRule } from '../platform/rate-limit/rate-limits.js';
import { Settings } from '../platform/settings/settings.js';
import { Account } from './account.entity.js';
import { AccountRole } from './account-role.entity.js';
import { AccountsService } from './accounts.service.js';
import type { AccountView, IssuedLinkCode, MemberLinkView } from './identity.dto.js';
import { LinkCode } from './link-code.entity.js';
import type { MemberLinksQuery } from './link-codes.controller.js';
import { SessionsService } from './sessions.service.js';

/** Without 0, 1, I, L, O, which people mix up when they read a code out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;
/** Codes entered by one account and from one address, so that codes cannot be tried through. */
const BY_ACCOUNT: RateRule = { name: 'link-code', limit: 10, windowSeconds: 3600 };
const BY_ADDRESS: RateRule = { name: 'link-code-address', limit: 100, windowSeconds: 3600 };
const TOO_MANY = '关联码输错次数太多，请一小时后再试，或联系政协办公室。';

/** One-time codes by which members link their WeChat account to the directory. */
@Injectable()
export class LinkCodesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly limits: RateLimits,
    private readonly audit: Audit,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
  ) {}

  /** One page of members by name, and whether each is linked. */
  async listMembers({ query, linked, cursor, limit }: MemberLinksQuery): Promise<Page<MemberLinkView>> {
    const filter: MembersFilter = { query };
    const ids = linked === undefined ? [] : await this.linkedMemberIds();
    const scope = linked === undefined ? {} : linked ? { onlyIds: ids } : { exceptIds: ids };
    const page = await this.members.list({ ...filter, ...scope, cursor, limit });
    const memberIds = page.items.map(({ id }) => id);
    const now = this.clock.now();
    const [accounts, codes] = await Promise.all([
      this.database.read.findBy(Account, { memberId: In(memberIds) }),
      this.database.read.findBy(LinkCode, { memberId: In(memberIds), endedAt: IsNull(), expiresAt: MoreThan(now) }),
    ]);
    const linkedAt = new Map(accounts.map((account) => [account.memberId, account.memberLinkedAt]));
    const openCodes = new Map(codes.map((code) => [code.memberId, code]));
    return {
      nextCursor: page.nextCursor,
      items: page.items.map(({ id, name, sector }) => ({
        memberId: id,
        memberName: name,
        sectorName: sector.name,
        linkedAt: asIso(linkedAt.get(id) ?? null),
        codeId: openCodes.get(id)?.id ?? null,
        codeExpiresAt: asIso(openCodes.get(id)?.expiresAt ?? null),
      })),
    };
  }

  /** Issues a code; an unused older one of the same member stops working. @throws {Problem} 404, 409 when the member is linked already. */
  async issue(actor: Actor, memberId: string): Promise<IssuedLinkCode> {
    const member = await this.members.find(memberId);
    if (!member?.active) throw notFound('这位委员');
    const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const issuedAt = this.clock.now();
    const expiresAt = new Date(issuedAt.getTime() + this.settings.LINK_CODE_HOURS * 3_600_000);
    const id = uuidv7();
    await this.database.write(async (manager) => {
      if (await manager.existsBy(Account, { memberId })) {
        throw actionNotAllowed('这位委员已经绑定微信。如更换手机或微信号，请先解除绑定。');
      }
      await manager.update(LinkCode, { memberId, endedAt: IsNull() }, { endedAt: issuedAt });
      const codeHash = this.hashOf(code);
      await manager.insert(LinkCode, {
        id,
        memberId,
        codeHash,
        issuedBy: actor.accountId,
        issuedAt,
        expiresAt,
        endedAt: null,
      });
      await this.record(actor, 'link_code_issued', memberId);
    });
    return { id, code, memberName: member.name, expiresAt: asIso(expiresAt) };
  }

  /** Withdraws an unused code. @throws {Problem} 404 when there is none. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.database.write(async (manager) => {
      const code = await manager.findOneBy(LinkCode, { id });
      const { affected } = await manager.update(LinkCode, { id, endedAt: IsNull() }, { endedAt: this.clock.now() });
      if (!code || !affected) throw notFound('这个关联码');
      await this.record(actor, 'link_code_withdrawn', code.memberId);
    });
  }

  /**
   * Links the actor's account to the member that the code was issued for; a code works once, also for two at the same moment.
   * @throws {Problem} 422 for an unknown, used or expired code, 409 when either side is linked already, 429 after too many tries.
   */
  async redeem(actor: Actor, entered: string, address: string): Promise<AccountView> {
    await this.limits.consume(BY_ADDRESS, address, TOO_MANY);
    await this.limits.consume(BY_ACCOUNT, actor.accountId, TOO_MANY);
    const codeHash = this.hashOf(entered.replaceAll('-', '').toUpperCase());
    const now = this.clock.now();
    try {
      await this.database.write(async (manager) => {
        const code = await manager.findOneBy(LinkCode, { codeHash });
        const open = { codeHash, endedAt: IsNull(), expiresAt: MoreThan(now) };
        const { affected } = await manager.update(LinkCode, open, { endedAt: now });
        if (!code || !affected) {
          throw fieldInvalid('code', 'link_code_invalid', '关联码不对、已用过或已过期，请向政协办公室要一个新的。');
        }
        const account = await manager.findOneByOrFail(Account, { id: actor.accountId });
        if (account.memberId) throw actionNotAllowed('您的账号已经绑定委员身份，不用再绑定。');
        await manager.update(Account, { id: account.id }, { memberId: code.memberId, memberLinkedAt: now });
        await this.accounts.grant(account.id, { name: 'member' });
        await this.record(actor, 'member_linked', code.memberId);
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw actionNotAllowed('这位委员已经绑定了另一个微信账号。如不是您本人操作，请马上联系政协办公室。');
    }
    return this.accounts.view(actor.accountId);
  }

  /** Takes the member role from an account, for example after a lost phone; its sessions end. @throws {Problem} 404 when nobody is linked. */
  async unlink(actor: Actor, memberId: string): Promise<void> {
    await this.database.write(async (manager) => {
      const account = await manager.findOneBy(Account, { memberId });
      if (!account) throw notFound('这位委员的绑定');
      await manager.update(Account, { id: account.id }, { memberId: null, memberLinkedAt: null });
      await manager.delete(AccountRole, { accountId: account.id, name: In(['member', 'convener']) });
      await this.sessions.revokeAll(account.id);
      await this.record(actor, 'member_unlinked', memberId);
    });
  }

  private async linkedMemberIds(): Promise<string[]> {
    const accounts = await this.database.read.find(Account, {
      select: { id: true, memberId: true },
      where: { memberId: Not(IsNull()) },
    });
    return accounts.flatMap(({ memberId }) => memberId ?? []);
  }

  private hashOf(code: string): string {
    return createHmac('sha256', this.settings.SECRET_KEY).update(`link-code:${code}`).digest('hex');
  }

  private record(actor: Actor, action: string, memberId: string): Promise<void> {
    return this.audit.append({ accountId: actor.accountId, action, subjectKind: 'member', subjectId: memberId });
  }
}
