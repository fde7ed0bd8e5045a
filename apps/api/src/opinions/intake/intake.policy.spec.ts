import type { RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/abilities/actor.js';
import { desksOf, mayUseDesk } from './intake.policy.js';

const actor = (...roles: [RoleName, string?][]): Actor => ({
  accountId: 'account',
  sessionId: 'session',
  memberId: null,
  roles: roles.map(([name, scopeId]) => ({ name, scopeId: scopeId ?? null })),
});

describe('the desks at which somebody sits', () => {
  it.each([
    { who: 'a visitor', by: null, desks: [] },
    { who: 'a constituent', by: actor(['constituent']), desks: [] },
    { who: 'a member', by: actor(['member']), desks: [] },
    { who: 'a convener', by: actor(['member'], ['convener', 's1']), desks: ['sector_group s1'] },
    { who: 'a convener without a sector', by: actor(['convener']), desks: [] },
    { who: 'committee staff', by: actor(['committee_staff', 'c1']), desks: ['special_committee c1'] },
    { who: 'committee staff without a committee', by: actor(['committee_staff']), desks: [] },
    {
      who: 'staff of two committees',
      by: actor(['committee_staff', 'c1'], ['committee_staff', 'c2']),
      desks: ['special_committee c1', 'special_committee c2'],
    },
    { who: 'the office', by: actor(['office']), desks: ['office null'] },
    {
      who: 'office and committee in one',
      by: actor(['office'], ['committee_staff', 'c1']),
      desks: ['office null', 'special_committee c1'],
    },
    { who: 'member affairs', by: actor(['member_affairs']), desks: [] },
    { who: 'a leader', by: actor(['leader']), desks: [] },
    { who: 'an administrator', by: actor(['administrator']), desks: [] },
  ])('$who', ({ by, desks }) => {
    expect(desksOf(by).map(({ desk, deskUnitId }) => `${desk} ${deskUnitId}`)).toEqual(desks);
    expect(mayUseDesk(by)).toBe(desks.length > 0);
  });
});
