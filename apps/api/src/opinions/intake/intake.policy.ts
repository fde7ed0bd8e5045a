import type { OpinionDesk, RoleName } from '@lianxin/shared';
import type { Ability } from '../../platform/abilities/ability.js';
import type { Actor } from '../../platform/abilities/actor.js';

/** A desk that receives opinions: the office, a sector's group or a special committee. `deskUnitId` is null for the office. */
export interface DeskPlace {
  readonly desk: OpinionDesk;
  readonly deskUnitId: string | null;
}

/** Where sector voices are handed in. */
export const OFFICE_DESK: DeskPlace = { desk: 'office', deskUnitId: null };

/** Who sits at each kind of desk. */
export const DESK_ROLES: Record<OpinionDesk, RoleName> = {
  office: 'office',
  special_committee: 'committee_staff',
  sector_group: 'convener',
};

/** The desks at which an actor sits: by role, and for groups and committees by the one that the role is for. */
export function desksOf(actor: Actor | null): DeskPlace[] {
  return (actor?.roles ?? []).flatMap(({ name, scopeId }): DeskPlace[] => {
    if (name === 'office') return [OFFICE_DESK];
    if (!scopeId) return [];
    if (name === 'committee_staff') return [{ desk: 'special_committee', deskUnitId: scopeId }];
    return name === 'convener' ? [{ desk: 'sector_group', deskUnitId: scopeId }] : [];
  });
}

/** Who has an intake queue: the office, staff of a special committee, the convener of a sector. */
export const mayUseDesk: Ability = (actor) => desksOf(actor).length > 0;
