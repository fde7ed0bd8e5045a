import type { DigestState, RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import type { Actor, HeldRole } from '../platform/abilities/actor.js';
import {
  itemActionsOf,
  mayBuildDigests,
  mayDecide,
  mayReadDigests,
  mayRemark,
  partiesOf,
  viewerOf,
} from './digests.policy.js';

function actor(accountId: string, ...roles: (RoleName | HeldRole)[]): Actor {
  const held = roles.map((role) => (typeof role === 'string' ? { name: role, scopeId: null } : role));
  return { accountId, sessionId: 'session', memberId: null, roles: [{ name: 'constituent', scopeId: null }, ...held] };
}

const people = {
  constituent: actor('constituent'),
  member: actor('member', 'member'),
  convener: actor('convener', 'member', { name: 'convener', scopeId: 'sector-1' }),
  'other convener': actor('other', 'member', { name: 'convener', scopeId: 'sector-2' }),
  'committee staff': actor('staff', { name: 'committee_staff', scopeId: 'committee-1' }),
  office: actor('office', 'office'),
  'member affairs': actor('affairs', 'member_affairs'),
  leader: actor('leader', 'leader'),
  'leader in the office': actor('both', 'leader', 'office'),
  administrator: actor('administrator', 'administrator'),
};
type Name = keyof typeof people;

describe('what each person may do at all', () => {
  const table: Record<Name | 'visitor', [builds: boolean, decides: boolean, remarks: boolean, reads: boolean]> = {
    visitor: [false, false, false, false],
    constituent: [false, false, false, false],
    member: [false, false, false, false],
    convener: [false, false, false, true],
    'other convener': [false, false, false, true],
    'committee staff': [false, false, false, true],
    office: [true, true, false, true],
    'member affairs': [false, false, false, false],
    leader: [false, true, true, true],
    'leader in the office': [true, true, true, true],
    administrator: [false, false, false, false],
  };

  it.each(Object.entries(table))('%s', (name, expected) => {
    const person = name === 'visitor' ? null : people[name as Name];
    expect([mayBuildDigests(person), mayDecide(person), mayRemark(person), mayReadDigests(person)]).toEqual(expected);
  });
});

const items = [
  { desk: 'sector_group' as const, deskUnitId: 'sector-1' },
  { desk: 'special_committee' as const, deskUnitId: 'committee-1' },
  { desk: 'office' as const, deskUnitId: null },
];

describe('as what each person looks at a digest', () => {
  const submitted: Record<Name, string | null> = {
    constituent: null,
    member: null,
    convener: 'desk',
    'other convener': null,
    'committee staff': 'desk',
    office: 'office',
    'member affairs': null,
    leader: 'leader',
    'leader in the office': 'office',
    administrator: null,
  };
  const cells = (['draft', 'submitted', 'decided', 'fed_back'] as DigestState[]).flatMap((state) =>
    (Object.keys(people) as Name[]).map((name) => ({ state, name })),
  );

  it.each(cells)('$name on one that is $state', ({ state, name }) => {
    const expected = state === 'draft' && submitted[name] !== 'office' ? null : submitted[name];
    expect(viewerOf(people[name], { state }, items)).toBe(expected);
  });

  it('a desk sees nothing of a digest that has no item of its own', () => {
    expect(viewerOf(people.convener, { state: 'decided' }, items.slice(1))).toBeNull();
    expect(viewerOf(people['committee staff'], { state: 'decided' }, items.slice(0, 1))).toBeNull();
  });
});

describe('as what each person acts', () => {
  it.each([
    ['office', 'draft', ['office', 'signer']],
    ['office', 'submitted', ['office', 'signer']],
    ['leader', 'draft', []],
    ['leader', 'submitted', ['leader', 'signer']],
    ['leader in the office', 'draft', ['office', 'signer']],
    ['leader in the office', 'decided', ['office', 'leader', 'signer']],
    ['convener', 'submitted', []],
    ['committee staff', 'submitted', []],
    ['member affairs', 'submitted', []],
  ] as const)('%s on one that is %s', (name, state, expected) => {
    expect(partiesOf(people[name], { state })).toEqual(expected);
  });
});

describe('what is open on one item', () => {
  const decision = (revision: number, recordedBy: string, signed: boolean) => ({
    revision,
    recordedBy,
    signedAt: signed ? new Date(0) : null,
  });
  const all = ['discard', 'submit', 'decide', 'sign_off', 'correct', 'word_feedback'] as const;
  const open = (current: boolean, pendingBy: string | null) =>
    itemActionsOf(people.office, all, {
      current: current ? decision(1, 'other', true) : null,
      pending: pendingBy ? decision(2, pendingBy, false) : null,
      history: [],
    });

  it('nobody signs what is not there or what was recorded by the same person', () => {
    expect(open(false, null)).toEqual(['decide', 'word_feedback']);
    expect(open(false, 'office')).toEqual(['decide', 'word_feedback']);
    expect(open(false, 'other')).toEqual(['decide', 'sign_off', 'word_feedback']);
  });

  it('only what is signed is corrected', () => {
    expect(open(true, null)).toEqual(['decide', 'correct', 'word_feedback']);
    expect(open(true, 'other')).toEqual(['decide', 'sign_off', 'correct', 'word_feedback']);
  });
});
