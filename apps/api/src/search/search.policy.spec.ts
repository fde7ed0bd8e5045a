import type { RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../platform/abilities/actor.js';
import { maySeeLetter, scopesOf } from './search.policy.js';

const actor = (roles: [RoleName, string | null][], memberId: string | null = null): Actor => ({
  accountId: 'a',
  sessionId: 's',
  roles: roles.map(([name, scopeId]) => ({ name, scopeId })),
  memberId,
});

describe('what somebody may search', () => {
  it.each<[string, Actor, string[]]>([
    ['a constituent', actor([]), ['writer:a']],
    ['a member', actor([['member', null]], 'm'), ['writer:a', 'member:m', 'author:m']],
    [
      'a convener',
      actor(
        [
          ['member', null],
          ['convener', 'x'],
        ],
        'm',
      ),
      ['writer:a', 'member:m', 'author:m', 'desk:sector_group:x'],
    ],
    ['a convener of no sector', actor([['convener', null]]), ['writer:a']],
    ['committee staff', actor([['committee_staff', 'c']]), ['writer:a', 'desk:special_committee:c']],
    ['the office', actor([['office', null]]), ['writer:a', 'desk:office']],
    ['a leader', actor([['leader', null]]), ['writer:a', 'leaders']],
    ['member affairs', actor([['member_affairs', null]]), ['writer:a']],
    ['an administrator', actor([['administrator', null]]), ['writer:a']],
  ])('%s', (_, who, expected) => {
    expect(scopesOf(who).map(({ scope }) => scope)).toEqual(expected);
  });

  it('no desk searches letters', () => {
    const desks = scopesOf(
      actor([
        ['office', null],
        ['leader', null],
        ['committee_staff', 'c'],
      ]),
    );
    expect(desks.filter(({ kinds }) => kinds.includes('letter')).map(({ as }) => as)).toEqual(['writer']);
  });
});

describe('a letter that was found', () => {
  const letter = { writerId: 'a', memberId: 'm', state: 'answered' };
  it.each<[string, Actor, Partial<typeof letter>, boolean]>([
    ['its writer', actor([]), {}, true],
    ['its writer after taking it back', actor([]), { state: 'withdrawn' }, true],
    ['its addressee', { ...actor([], 'm'), accountId: 'b' }, {}, true],
    ['its addressee after it was taken back', { ...actor([], 'm'), accountId: 'b' }, { state: 'withdrawn' }, false],
    ['another member', { ...actor([], 'n'), accountId: 'b' }, {}, false],
    ['the office', { ...actor([['office', null]]), accountId: 'b' }, {}, false],
  ])('is shown to %s or not', (_, who, over, allowed) => {
    expect(maySeeLetter(who, { ...letter, ...over })).toBe(allowed);
  });
});
