import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import type { MemberSummary } from '../directory/members.dto.js';
import { MembersService } from '../directory/members.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { asIso } from '../platform/database/instants.js';
import { fieldInvalid, notFound } from '../platform/problems/problem.js';
import { Account } from './account.entity.js';
import { AccountRole } from './account-role.entity.js';
import { AccountsService } from './accounts.service.js';
import type { AppointConvener, ConvenerCandidate, SectorConvener } from './conveners.dto.js';

const PAGE = 100;

function toCandidate({ id, name, workUnit }: MemberSummary): ConvenerCandidate {
  return { memberId: id, name, workUnit };
}

/** Who convenes a sector's activity group: one member at most, appointed by the office. */
@Injectable()
export class ConvenersService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly units: DirectoryUnitsService,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
  ) {}

  /** Who convenes the sector, and who could. @throws {Problem} 404 when there is no such sector. */
  async show(sectorId: string): Promise<SectorConvener> {
    const sectorName = await this.sectorName(sectorId);
    const role = await this.database.read.findOneBy(AccountRole, { name: 'convener', scopeId: sectorId });
    const account = role && (await this.database.read.findOneBy(Account, { id: role.accountId }));
    const [convener] = await this.members.summariesOf(account?.memberId ? [account.memberId] : []);
    return {
      sectorId,
      sectorName,
      convener: convener ? toCandidate(convener) : null,
      since: asIso(role?.grantedAt ?? null),
      candidates: await this.candidates(sectorId),
    };
  }

  /**
   * Gives the role to a member, or to nobody; whoever had it loses it. On record.
   * @throws {Problem} 404 when there is no such sector, 422 for a member of another sector or one without a linked account.
   */
  async appoint(actor: Actor, sectorId: string, { memberId }: AppointConvener): Promise<SectorConvener> {
    await this.sectorName(sectorId);
    const accountId = memberId === null ? null : await this.accountOf(sectorId, memberId);
    await this.database.write(async (manager) => {
      // The record comes first: who writes it holds it, so that of two appointments at the same moment the second sees the first.
      await this.audit.append({
        accountId: actor.accountId,
        action: memberId === null ? 'convener_dismissed' : 'convener_appointed',
        subjectKind: 'directory_unit',
        subjectId: sectorId,
        facts: { memberId },
      });
      const held = { name: 'convener' as const, scopeId: sectorId };
      await manager.delete(AccountRole, accountId ? { ...held, accountId: Not(accountId) } : held);
      if (accountId) await this.accounts.grant(accountId, held);
    });
    return this.show(sectorId);
  }

  private async sectorName(sectorId: string): Promise<string> {
    const sector = (await this.units.list({ kind: 'sector', includeInactive: true })).find(({ id }) => id === sectorId);
    if (!sector) throw notFound('这个界别');
    return sector.name;
  }

  private async accountOf(sectorId: string, memberId: string): Promise<string> {
    const member = await this.members.find(memberId);
    if (!member?.active || member.sectorId !== sectorId) {
      throw fieldInvalid('memberId', 'not_of_this_sector', '召集人应是本界别的委员，请重新选择。');
    }
    const accountId = await this.accounts.accountOfMember(memberId);
    if (accountId) return accountId;
    throw fieldInvalid('memberId', 'not_linked', '这位委员还没有绑定微信，请先发关联码，绑定后再设为召集人。');
  }

  private async candidates(sectorId: string): Promise<ConvenerCandidate[]> {
    const all: MemberSummary[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await this.members.list({ sectorId, cursor, limit: PAGE });
      all.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const linked = await this.database.read.find(Account, {
      select: { id: true, memberId: true },
      where: { memberId: all.length > 0 ? In(all.map(({ id }) => id)) : IsNull() },
    });
    const ids = new Set(linked.map(({ memberId }) => memberId));
    return all.filter(({ id }) => ids.has(id)).map(toCandidate);
  }
}
