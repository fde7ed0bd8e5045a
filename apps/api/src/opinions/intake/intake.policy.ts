import type { OpinionDesk, RoleName } from '@lianxin/shared';
import type { Ability } from '../../platform/abilities/ability.js';
import type { Actor } from '../../platform/abilities/actor.js';

/** A desk that receives opinions: the office, a sector's group or a special committee. `unitId` is null for the office. */
export interface DeskPlace {
  readonly desk: OpinionDesk;
  readonly unitId: string | null;
}

/** Who sits at each kind of desk. */
export const DESK_ROLES: Record<OpinionDesk, RoleName> = {
  office: 'office',
  special_committee: 'committee_staff',
  sector_group: 'convener',
};

/** The desks at which an actor sits: by role, and for groups and committees by the one that the role is for. */
export function desksOf(actor: Actor | null): DeskPlace[] {
  return (actor?.roles ?? []).flatMap(({ name, scopeId }): DeskPlace[] => {
    if (name === 'office') return [{ desk: 'office', unitId: null }];
    if (!scopeId) return [];
    if (name === 'committee_staff') return [{ desk: 'special_committee', unitId: scopeId }];
    return name === 'convener' ? [{ desk: 'sector_group', unitId: scopeId }] : [];
  });
}

/** Who has an intake queue: the office, staff of a special committee, the convener of a sector. */
export const mayUseDesk: Ability = (actor) => desksOf(actor).length > 0;

/** May this actor handle what lies at this desk? */
export function sitsAt(actor: Actor | null, place: DeskPlace): boolean {
  return desksOf(actor).some(({ desk, unitId }) => desk === place.desk && unitId === place.unitId);
}
