import {
  allowedOpinionActions,
  type OpinionAction,
  type OpinionCircumstances,
  type OpinionState,
} from '@lianxin/shared';
import type { Ability } from '../platform/abilities/ability.js';
import { type Actor, holds } from '../platform/abilities/actor.js';
import { type DeskPlace, desksOf, mayUseDesk } from './intake/intake.policy.js';
import type { Opinion } from './opinion.entity.js';

/**
 * As what somebody looks at an opinion, the nearest first: `receiver` is the desk that has it, `office` the office where another desk
 * has it.
 */
export const OPINION_VIEWERS = ['author', 'cosigner', 'receiver', 'office', 'leader'] as const;
export type OpinionViewer = (typeof OPINION_VIEWERS)[number];

type Parties = Pick<Opinion, 'authorMemberId' | 'desk' | 'deskUnitId' | 'state' | 'listedAt'>;

/** True for somebody who sits at this desk. */
export function sitsAt(actor: Actor, { desk, deskUnitId }: DeskPlace): boolean {
  return desksOf(actor).some((own) => own.desk === desk && own.deskUnitId === deskUnitId);
}

/** States in which the desk has an opinion. One that was returned is its author's again, who may be writing on it. */
export const SEEN_BY_DESK: readonly OpinionState[] = [
  'submitted',
  'accepted',
  'merged',
  'listed',
  'decided',
  'fed_back',
  'relayed',
];
/** States in which the office reads what another desk has accepted. */
export const SEEN_BY_OFFICE: readonly OpinionState[] = SEEN_BY_DESK.filter((state) => state !== 'submitted');

/** Who draws opinions up: a member linked to the directory. */
export const mayDraftOpinions: Ability = (actor) => actor !== null && actor.memberId !== null;

/** Who receives opinions: conveners, committee staff, the office. */
export const mayReceiveOpinions: Ability = mayUseDesk;

/** Who may have opinions to read at all. */
export const mayReadOpinions: Ability = (actor) =>
  mayDraftOpinions(actor) || mayReceiveOpinions(actor) || holds(actor, 'leader');

/**
 * As what an actor may see an opinion; empty when it is not for this actor. A member may be several at once: the convener draws up
 * opinions too. Leaders read what is on a digest that was submitted to them.
 * @param cosigns the actor is asked to sign it, or has signed.
 */
export function viewersOf(actor: Actor, opinion: Parties, cosigns: boolean): OpinionViewer[] {
  const viewers: OpinionViewer[] = [];
  if (actor.memberId !== null && actor.memberId === opinion.authorMemberId) viewers.push('author');
  if (actor.memberId !== null && cosigns && opinion.state !== 'withdrawn') viewers.push('cosigner');
  if (SEEN_BY_DESK.includes(opinion.state) && sitsAt(actor, opinion)) viewers.push('receiver');
  else if (SEEN_BY_OFFICE.includes(opinion.state) && holds(actor, 'office')) viewers.push('office');
  if (SEEN_BY_OFFICE.includes(opinion.state) && opinion.listedAt !== null && holds(actor, 'leader')) {
    viewers.push('leader');
  }
  return viewers;
}

/** Which party of the transition table somebody is who does this. The office records what was taken up, whichever desk has it. */
export function partyFor(
  viewers: readonly OpinionViewer[],
  action: OpinionAction,
  circumstances: OpinionCircumstances,
): 'author' | 'cosigner' | 'receiver' | null {
  for (const viewer of viewers) {
    const party = viewer === 'office' && action === 'recognise' ? 'receiver' : viewer;
    if (party === 'office' || party === 'leader') continue;
    if (allowedOpinionActions(party, circumstances).includes(action)) return party;
  }
  return null;
}
