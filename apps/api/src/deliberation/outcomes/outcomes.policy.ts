import { hasReachedAddressee, type LetterState } from '@lianxin/shared';
import type { Ability } from '../../platform/abilities/ability.js';
import { type Actor, holds } from '../../platform/abilities/actor.js';
import type { Relay } from './relay.entity.js';

/** Who words and sends the feedback of a digest, and sees what is not sent yet: the office (Art. 19). */
export const maySendFeedback: Ability = (actor) => holds(actor, 'office');

/** Who gets feedback and relays it: a member linked to the directory. */
export const mayReceiveFeedback: Ability = (actor) => actor !== null && actor.memberId !== null;

/** Who sees which outcomes have not been relayed, and reminds of them: member affairs and the office. */
export const maySeeRelayBoard: Ability = (actor) => holds(actor, 'office', 'member_affairs');

/** Who records how far a responsible body is: the office. */
export const mayRecordFollowUps: Ability = (actor) => holds(actor, 'office');

/** Who reads how far responsible bodies are. */
export const maySeeFollowUps: Ability = (actor) => holds(actor, 'office', 'member_affairs', 'leader');

/** Who may have a part in an opinion or a sector voice, or a desk that handles them. What one may see of one is checked for that one. */
export const maySeeOutcomes: Ability = (actor) =>
  mayReceiveFeedback(actor) || holds(actor, 'office', 'leader', 'committee_staff', 'convener');

/** Is this relay the actor's own to send? */
export function isOwnRelay(actor: Actor, { memberId }: Pick<Relay, 'memberId'>): boolean {
  return actor.memberId !== null && actor.memberId === memberId;
}

/** As what an actor follows what was made of a letter, or null: its writer, or the member in whose mailbox it is. */
export function onwardReaderOf(
  actor: Actor,
  letter: { readonly writerId: string; readonly memberId: string; readonly state: LetterState },
): 'writer' | 'addressee' | null {
  if (letter.writerId === actor.accountId) return 'writer';
  return actor.memberId !== null && actor.memberId === letter.memberId && hasReachedAddressee(letter.state)
    ? 'addressee'
    : null;
}
