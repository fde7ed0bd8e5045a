import { OPINION_STATES, type OpinionState, type RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../platform/abilities/actor.js';
import { mayDraftOpinions, mayReadOpinions, mayReceiveOpinions, partyFor, viewersOf } from './opinions.policy.js';

function actor(memberId: string | null, ...roles: (RoleName | [RoleName, string])[]): Actor {
  const held = roles.map((role) =>
    typeof role === 'string' ? { name: role, scopeId: null } : { name: role[0], scopeId: role[1] },
  );
  return {
    accountId: 'account',
    sessionId: 'session',
    memberId,
    roles: [{ name: 'constituent', scopeId: null }, ...held],
  };
}

const people = {
  constituent: actor(null),
  author: actor('author', 'member'),
  cosigner: actor('cosigner', 'member'),
  'other member': actor('other', 'member'),
  convener: actor('convening', 'member', ['convener', 'sector-1']),
  "another sector's convener": actor('convening-2', 'member', ['convener', 'sector-2']),
  staff: actor(null, ['committee_staff', 'committee-1']),
  "another committee's staff": actor(null, ['committee_staff', 'committee-2']),
  'staff of no committee': actor(null, 'committee_staff'),
  office: actor(null, 'office'),
  'member affairs': actor(null, 'member_affairs'),
  leader: actor(null, 'leader'),
  administrator: actor(null, 'administrator'),
};
type Name = keyof typeof people;
const names = Object.keys(people) as Name[];

describe('what each person may do at all', () => {
  const table: Record<Name | 'visitor', [drafts: boolean, receives: boolean, reads: boolean]> = {
    visitor: [false, false, false],
    constituent: [false, false, false],
    author: [true, false, true],
    cosigner: [true, false, true],
    'other member': [true, false, true],
    convener: [true, true, true],
    "another sector's convener": [true, true, true],
    staff: [false, true, true],
    "another committee's staff": [false, true, true],
    'staff of no committee': [false, false, false],
    office: [false, true, true],
    'member affairs': [false, false, false],
    leader: [false, false, true],
    administrator: [false, false, false],
  };

  it.each(Object.entries(table))('%s', (name, expected) => {
    const person = name === 'visitor' ? null : people[name as Name];
    expect([mayDraftOpinions(person), mayReceiveOpinions(person), mayReadOpinions(person)]).toEqual(expected);
  });
});

describe('as what each person sees an opinion', () => {
  const desks = {
    office: { desk: 'office', deskUnitId: null },
    'the sector group': { desk: 'sector_group', deskUnitId: 'sector-1' },
    'a committee': { desk: 'special_committee', deskUnitId: 'committee-1' },
  } as const;
  type DeskName = keyof typeof desks;
  const receivers: Record<DeskName, Name> = {
    office: 'office',
    'the sector group': 'convener',
    'a committee': 'staff',
  };
  const withDesk: readonly OpinionState[] = [
    'submitted',
    'accepted',
    'merged',
    'listed',
    'decided',
    'fed_back',
    'relayed',
  ];
  const cells = OPINION_STATES.flatMap((state) =>
    (Object.keys(desks) as DeskName[]).flatMap((desk) =>
      [false, true].flatMap((listed) => names.map((name) => ({ state, desk, listed, name }))),
    ),
  );

  it.each(cells)('$name, at $desk, $state, on a submitted digest: $listed', ({ state, desk, listed, name }) => {
    const opinion = { ...desks[desk], authorMemberId: 'author', state, listedAt: listed ? new Date() : null };
    const expected = {
      author: ['author'],
      cosigner: state === 'withdrawn' ? [] : ['cosigner'],
      leader: listed && withDesk.includes(state) && state !== 'submitted' ? ['leader'] : [],
      office: withDesk.includes(state) && state !== 'submitted' ? ['office'] : [],
      ...(withDesk.includes(state) && { [receivers[desk]]: ['receiver'] }),
    };
    const seen = viewersOf(people[name], opinion, name === 'cosigner');
    expect(seen).toEqual(expected[name as keyof typeof expected] ?? []);
  });

  it('a convener sees an own opinion both as its author and as its desk, and may accept it', () => {
    const opinion = {
      ...desks['the sector group'],
      authorMemberId: 'convening',
      state: 'submitted',
      listedAt: null,
    } as const;
    const viewers = viewersOf(people.convener, opinion, false);
    expect(viewers).toEqual(['author', 'receiver']);
    const circumstances = { state: 'submitted', cosignPending: false, separable: false } as const;
    expect(partyFor(viewers, 'withdraw', circumstances)).toBe('author');
    expect(partyFor(viewers, 'accept', circumstances)).toBe('receiver');
  });

  it('the office records recognitions of what another desk has, and nothing else', () => {
    const circumstances = { state: 'accepted', cosignPending: false, separable: false } as const;
    expect(partyFor(['office'], 'recognise', circumstances)).toBe('receiver');
    expect(partyFor(['office'], 'pass_on', circumstances)).toBeNull();
    expect(partyFor(['leader'], 'recognise', circumstances)).toBeNull();
  });
});
