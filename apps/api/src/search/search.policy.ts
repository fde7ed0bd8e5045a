import type { FoundAs, TextKind } from '@lianxin/shared';
import type { Actor } from '../platform/abilities/actor.js';

/** A part of the index that somebody may search, what is in it, and as what that is seen. */
export interface SearchScope {
  readonly scope: string;
  readonly kinds: readonly TextKind[];
  readonly as: FoundAs;
}

const LETTERS: readonly TextKind[] = ['letter'];
const SIGNED: readonly TextKind[] = ['opinion', 'sector_voice'];
const HANDED_IN: readonly TextKind[] = ['opinion', 'sector_voice', 'digest'];

/**
 * What an actor may search (design §5), the nearest first: the own letters, the own mailbox, what is signed by or credited to the
 * member, what is handed in at the desks of the roles held, what is on digests for leaders. Letters of others are in nobody's scope:
 * the office looks at one only in its page, where the look goes on record.
 */
export function scopesOf(actor: Actor): SearchScope[] {
  const scopes: SearchScope[] = [{ scope: `writer:${actor.accountId}`, kinds: LETTERS, as: 'writer' }];
  if (actor.memberId !== null) {
    scopes.push({ scope: `member:${actor.memberId}`, kinds: LETTERS, as: 'addressee' });
    scopes.push({ scope: `author:${actor.memberId}`, kinds: SIGNED, as: 'author' });
  }
  for (const { name, scopeId } of actor.roles) {
    const desk = (scope: string) => scopes.push({ scope, kinds: HANDED_IN, as: 'desk' });
    if (name === 'convener' && scopeId) desk(`desk:sector_group:${scopeId}`);
    if (name === 'committee_staff' && scopeId) desk(`desk:special_committee:${scopeId}`);
    if (name === 'office') desk('desk:office');
    if (name === 'leader') scopes.push({ scope: 'leaders', kinds: HANDED_IN, as: 'leader' });
  }
  return scopes;
}

/** The writer or the addressee: checked again on the letter itself, whatever the index says. */
export function maySeeLetter(actor: Actor, letter: { writerId: string; memberId: string; state: string }): boolean {
  if (letter.writerId === actor.accountId) return true;
  return actor.memberId !== null && letter.memberId === actor.memberId && letter.state !== 'withdrawn';
}
