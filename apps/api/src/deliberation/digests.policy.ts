import {
  allowedDigestActions,
  DIGEST_ACTIONS,
  type DigestAction,
  type DigestCircumstances,
  type DigestParty,
} from '@lianxin/shared';
import type { Ability } from '../platform/abilities/ability.js';
import { type Actor, holds } from '../platform/abilities/actor.js';
import type { Decision } from './decision.entity.js';
import type { DecisionStanding } from './decision-standing.js';
import type { Digest } from './digest.entity.js';
import type { DigestItem } from './digest-item.entity.js';

/** Who builds digests: the office (Art. 19, 22). */
export const mayBuildDigests: Ability = (actor) => holds(actor, 'office');

/** Who records decisions and signs them off: the office and the members of the chairpersons' meeting. */
export const mayDecide: Ability = (actor) => holds(actor, 'office', 'leader');

/** Who leaves remarks: the members of the chairpersons' meeting. */
export const mayRemark: Ability = (actor) => holds(actor, 'leader');

/** Who may look at digests at all: also the desks that see their own items on them. */
export const mayReadDigests: Ability = (actor) => holds(actor, 'office', 'leader', 'committee_staff', 'convener');

/** As what somebody looks at a digest. A `desk` sees only the items that were handed in at it, and only what is signed. */
export const DIGEST_VIEWERS = ['office', 'leader', 'desk'] as const;
export type DigestViewer = (typeof DIGEST_VIEWERS)[number];

/** A desk whose items an actor may see: a sector's of its convener, a special committee's of its staff. */
export interface OwnDesk {
  readonly desk: DigestItem['desk'];
  readonly deskUnitId: string;
}

/** The desks of an actor that see their own items on digests. */
export function desksOf(actor: Actor): OwnDesk[] {
  return actor.roles.flatMap(({ name, scopeId }): OwnDesk[] => {
    if (scopeId === null) return [];
    if (name === 'convener') return [{ desk: 'sector_group', deskUnitId: scopeId }];
    return name === 'committee_staff' ? [{ desk: 'special_committee', deskUnitId: scopeId }] : [];
  });
}

/** As what an actor looks at a digest, or null. The office always may; the others once it is submitted, a desk only with an item on it. */
export function viewerOf(
  actor: Actor,
  digest: Pick<Digest, 'state'>,
  items: readonly Pick<DigestItem, 'desk' | 'deskUnitId'>[],
): DigestViewer | null {
  if (holds(actor, 'office')) return 'office';
  if (digest.state === 'draft') return null;
  if (holds(actor, 'leader')) return 'leader';
  return items.some((item) => isOnDeskOf(actor, item)) ? 'desk' : null;
}

/** Was this item handed in at one of the actor's desks? */
export function isOnDeskOf(actor: Actor, item: Pick<DigestItem, 'desk' | 'deskUnitId'>): boolean {
  return desksOf(actor).some(({ desk, deskUnitId }) => desk === item.desk && deskUnitId === item.deskUnitId);
}

/** As what an actor acts on a digest; one person may be several. A leader does not know of a draft. */
export function partiesOf(actor: Actor, digest: Pick<Digest, 'state'>): DigestParty[] {
  const parties: DigestParty[] = [];
  if (holds(actor, 'office')) parties.push('office');
  if (holds(actor, 'leader') && digest.state !== 'draft') parties.push('leader');
  if (parties.length > 0) parties.push('signer');
  return parties;
}

/** All actions that any of the parties has now, in the table's order. */
export function actionsOf(parties: readonly DigestParty[], circumstances: DigestCircumstances): DigestAction[] {
  const open = new Set(parties.flatMap((party) => allowedDigestActions(party, circumstances)));
  return DIGEST_ACTIONS.filter((action) => open.has(action));
}

/** Actions that are done to one item rather than to the digest as a whole. */
const ITEM_ACTIONS: readonly DigestAction[] = ['edit', 'remark', 'decide', 'sign_off', 'correct', 'word_feedback'];

/** Of the actions open on a digest, those open on one of its items. */
export function itemActionsOf(
  actor: Actor,
  allowed: readonly DigestAction[],
  { current, pending }: DecisionStanding<Pick<Decision, 'revision' | 'signedAt' | 'recordedBy'>>,
): DigestAction[] {
  const conditions: Partial<Record<DigestAction, boolean>> = {
    sign_off: pending !== null && pending.recordedBy !== actor.accountId,
    correct: current !== null,
  };
  return allowed.filter((action) => ITEM_ACTIONS.includes(action) && (conditions[action] ?? true));
}
