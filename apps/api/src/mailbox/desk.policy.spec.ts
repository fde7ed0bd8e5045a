import type { RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../platform/abilities/actor.js';
import { mayKeepSharedLists, mayUseAnsweringAids } from './desk.policy.js';
import { maySeeOverdue } from './letters.policy.js';

const actor = (role: RoleName | null, memberId: string | null = null): Actor => ({
  accountId: 'account',
  sessionId: 'session',
  roles: role === null ? [] : [{ name: role, scopeId: null }],
  memberId,
});

describe('who may do what at the desk', () => {
  it.each([
    { who: 'a visitor', by: null, aids: false, lists: false, overdue: false },
    { who: 'a constituent', by: actor(null), aids: false, lists: false, overdue: false },
    { who: 'a member of the directory', by: actor('member', 'm1'), aids: true, lists: false, overdue: false },
    { who: 'a member without a place in it', by: actor('member'), aids: false, lists: false, overdue: false },
    { who: 'a convener', by: actor('convener'), aids: false, lists: false, overdue: false },
    { who: 'committee staff', by: actor('committee_staff'), aids: false, lists: false, overdue: false },
    { who: 'the office', by: actor('office'), aids: true, lists: true, overdue: true },
    { who: 'member affairs', by: actor('member_affairs'), aids: false, lists: false, overdue: true },
    { who: 'a leader', by: actor('leader'), aids: false, lists: false, overdue: false },
    { who: 'an administrator', by: actor('administrator'), aids: false, lists: false, overdue: false },
  ])('$who', ({ by, aids, lists, overdue }) => {
    expect(mayUseAnsweringAids(by)).toBe(aids);
    expect(mayKeepSharedLists(by)).toBe(lists);
    expect(maySeeOverdue(by)).toBe(overdue);
  });
});
