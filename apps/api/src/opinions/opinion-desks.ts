import type { OpinionDesk } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { AccountsService } from '../identity/accounts.service.js';
import { fieldInvalid } from '../platform/problems/problem.js';
import { DESK_ROLES, type DeskPlace } from './intake/intake.policy.js';
import type { Opinion } from './opinion.entity.js';
import { deskNameOf } from './opinion-wording.js';

/** A desk as somebody chooses one. A sector group is always that of the author's sector, whether it is named or not. */
export interface DeskChoice {
  readonly desk: OpinionDesk;
  readonly deskUnitId?: string | null;
}

/** The desks that receive opinions: which one may be chosen, who sits there, what it is called. */
@Injectable()
export class OpinionDesks {
  constructor(
    private readonly units: DirectoryUnitsService,
    private readonly accounts: AccountsService,
  ) {}

  /** The desk that a choice means. @throws {Problem} 422 for another sector's group or a committee that does not exist. */
  async place({ sectorId }: Pick<Opinion, 'sectorId'>, { desk, deskUnitId }: DeskChoice): Promise<DeskPlace> {
    if (desk === 'office') return { desk, deskUnitId: null };
    if (desk === 'sector_group') {
      if (deskUnitId && deskUnitId !== sectorId) {
        throw fieldInvalid('deskUnitId', 'other_sector', '只能提交给委员本人所在界别的活动组。');
      }
      return { desk, deskUnitId: sectorId };
    }
    if (deskUnitId) await this.units.requireChoosable('committee', deskUnitId, 'deskUnitId');
    return { desk, deskUnitId: deskUnitId ?? null };
  }

  /**
   * Checks that somebody is there to receive an opinion, and says who.
   * @throws {Problem} 422 for a committee that was not named, or a group or committee at which nobody sits yet.
   */
  async requireStaffed({ desk, deskUnitId }: DeskPlace): Promise<string[]> {
    if (desk !== 'office' && !deskUnitId) {
      throw fieldInvalid('deskUnitId', 'required', '请选择提交给哪个专门委员会。');
    }
    const accountIds = await this.accounts.accountsWith(DESK_ROLES[desk], deskUnitId);
    if (accountIds.length === 0 && desk !== 'office') {
      const message = `${await this.nameOf({ desk, deskUnitId })}还没有人员接收意见建议，请改为提交给政协办公室。`;
      throw fieldInvalid('desk', 'desk_empty', message);
    }
    return accountIds;
  }

  /** What a desk is called. */
  async nameOf(place: DeskPlace): Promise<string> {
    return (await this.namesOf([place]))[0] ?? '';
  }

  /** What desks are called, in the order asked for. */
  async namesOf(places: readonly DeskPlace[]): Promise<string[]> {
    const names = await this.units.namesOf(places.flatMap(({ deskUnitId }) => deskUnitId ?? []));
    return places.map(({ desk, deskUnitId }) => deskNameOf(desk, names.get(deskUnitId ?? '') ?? ''));
  }
}
