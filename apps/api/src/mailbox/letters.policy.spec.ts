import { LETTER_STATES, type LetterState, type RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../platform/abilities/actor.js';
import { maySeeOverdue, mayTransfer, mayUseMailbox, mayWriteLetters, partyOf } from './letters.policy.js';

function actor(accountId: string, memberId: string | null, ...roles: RoleName[]): Actor {
  return {
    accountId,
    sessionId: 'session',
    memberId,
    roles: (['constituent', ...roles] as RoleName[]).map((name) => ({ name, scopeId: null })),
  };
}

const people = {
  writer: actor('writer', null),
  neighbour: actor('neighbour', null),
  addressee: actor('addressee', 'member-1', 'member'),
  colleague: actor('colleague', 'member-2', 'member'),
  convener: actor('convener', 'member-3', 'member', 'convener'),
  'committee staff': actor('staff', null, 'committee_staff'),
  office: actor('office', null, 'office'),
  'member affairs': actor('affairs', null, 'member_affairs'),
  leader: actor('leader', null, 'leader'),
  administrator: actor('administrator', null, 'administrator'),
};

describe('what each person may do at all', () => {
  const table: Record<
    keyof typeof people | 'visitor',
    [writes: boolean, mailbox: boolean, overdue: boolean, transfers: boolean]
  > = {
    visitor: [false, false, false, false],
    writer: [true, false, false, false],
    neighbour: [true, false, false, false],
    addressee: [true, true, false, true],
    colleague: [true, true, false, true],
    convener: [true, true, false, true],
    'committee staff': [true, false, false, false],
    office: [true, false, true, true],
    'member affairs': [true, false, true, true],
    leader: [true, false, false, false],
    administrator: [true, false, false, false],
  };

  it.each(Object.entries(table))('%s', (name, expected) => {
    const person = name === 'visitor' ? null : people[name as keyof typeof people];
    expect([mayWriteLetters(person), mayUseMailbox(person), maySeeOverdue(person), mayTransfer(person)]).toEqual(
      expected,
    );
  });
});

describe('as what each person acts on a letter', () => {
  const hiddenFromAddressee: readonly LetterState[] = ['screening', 'withheld', 'withdrawn'];
  const cells = LETTER_STATES.flatMap((state) =>
    [false, true].flatMap((escalated) =>
      (Object.keys(people) as (keyof typeof people)[]).map((name) => ({ state, escalated, name })),
    ),
  );

  it.each(cells)('$name on a letter that is $state, escalated: $escalated', ({ state, escalated, name }) => {
    const letter = { writerId: 'writer', memberId: 'member-1', escalatedAt: escalated ? new Date() : null, state };
    const expected = {
      writer: 'writer',
      addressee: hiddenFromAddressee.includes(state) ? null : 'addressee',
      office: escalated ? 'office' : null,
      'member affairs': escalated ? 'office' : null,
    };
    expect(partyOf(people[name], letter)).toBe(expected[name as keyof typeof expected] ?? null);
  });

  it('a member who wrote the letter is its writer, not its office or addressee', () => {
    const letter = { writerId: 'both', memberId: 'member-1', escalatedAt: new Date(), state: 'delivered' as const };
    expect(partyOf(actor('both', 'member-1', 'office'), letter)).toBe('writer');
  });
});
