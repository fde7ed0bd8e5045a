import { hasReachedAddressee, type LetterParty } from '@lianxin/shared';
import type { Ability } from '../platform/abilities/ability.js';
import { type Actor, holds } from '../platform/abilities/actor.js';
import type { Letter } from './letter.entity.js';

type Parties = Pick<Letter, 'writerId' | 'memberId' | 'escalatedAt' | 'state'>;

/** Everyone who is signed in may write letters and read the own ones. */
export const mayWriteLetters: Ability = (actor) => actor !== null;

/** Who has a mailbox: a member linked to the directory. */
export const mayUseMailbox: Ability = (actor) => actor !== null && actor.memberId !== null;

/** Who sees what is overdue: member affairs and the office (design §4: overdue letters rise to member affairs). */
export const maySeeOverdue: Ability = (actor) => holds(actor, 'office', 'member_affairs');

/** Who hands letters on: the addressee, or the office when one is overdue. */
export const mayTransfer: Ability = (actor) => mayUseMailbox(actor) || maySeeOverdue(actor);

/**
 * As what an actor may act on a letter, or null. The writer comes first. The addressee sees a letter once it is delivered; the
 * office and member affairs only one that is escalated: overdue, reported or appealed (design §5).
 */
export function partyOf(actor: Actor, letter: Parties): Exclude<LetterParty, 'system'> | null {
  if (letter.writerId === actor.accountId) return 'writer';
  if (actor.memberId !== null && letter.memberId === actor.memberId && hasReachedAddressee(letter.state))
    return 'addressee';
  if (maySeeOverdue(actor) && letter.escalatedAt !== null) return 'office';
  return null;
}
