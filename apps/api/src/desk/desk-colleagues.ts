import { Injectable } from '@nestjs/common';
import { AccountsService } from '../identity/accounts.service.js';
import { DESK_ROLES, type DeskPlace, desksOf } from '../opinions/intake/intake.policy.js';
import type { Actor } from '../platform/abilities/actor.js';
import type { DeskColleague } from './intake.dto.js';

/** Who sits at which desk. */
@Injectable()
export class DeskColleagues {
  constructor(private readonly accounts: AccountsService) {}

  /** The accounts of everybody who sits at a desk. */
  at({ desk, deskUnitId }: DeskPlace): Promise<string[]> {
    return this.accounts.accountsWith(DESK_ROLES[desk], deskUnitId);
  }

  /** Everybody who sits at a desk of this actor, oneself first, the others by name. */
  async of(actor: Actor): Promise<DeskColleague[]> {
    const accountIds = new Set([actor.accountId]);
    for (const place of desksOf(actor)) for (const accountId of await this.at(place)) accountIds.add(accountId);
    const names = await this.namesOf([...accountIds]);
    return [...accountIds]
      .map((accountId) => ({ accountId, name: names.get(accountId) ?? '', self: accountId === actor.accountId }))
      .sort((a, b) => Number(b.self) - Number(a.self) || a.name.localeCompare(b.name, 'zh'));
  }

  /** The names of accounts by id. */
  namesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    return this.accounts.namesOf([...new Set(accountIds)]);
  }
}
