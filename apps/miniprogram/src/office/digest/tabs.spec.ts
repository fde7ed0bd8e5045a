import type { DigestAction } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { firstTabOf, tabsOf } from './tabs';

describe('tabsOf', () => {
  it.each<[string, DigestAction[], 'office' | 'leader' | 'desk', string[]]>([
    ['a draft is chosen for and arranged', ['edit', 'submit'], 'office', ['choose', 'arrange']],
    ['the office decides and feeds back', ['decide'], 'office', ['decide', 'feedback']],
    ['a leader reads and decides', ['remark', 'decide'], 'leader', ['decide']],
    ['a desk only reads', [], 'desk', ['decide']],
  ])('%s', (_what, allowedActions, viewer, tabs) => {
    expect(tabsOf({ allowedActions, viewer })).toEqual(tabs);
  });
});

describe('firstTabOf', () => {
  const office = { viewer: 'office' } as const;
  it.each([
    ['choosing while it is empty', { ...office, allowedActions: ['edit'], state: 'draft', itemCount: 0 }, 'choose'],
    ['arranging when it has items', { ...office, allowedActions: ['edit'], state: 'draft', itemCount: 3 }, 'arrange'],
    ['deciding at the meeting', { ...office, allowedActions: ['decide'], state: 'submitted', itemCount: 3 }, 'decide'],
    ['the feedback after it', { ...office, allowedActions: [], state: 'decided', itemCount: 3 }, 'feedback'],
    ['reading for a leader', { viewer: 'leader', allowedActions: [], state: 'decided', itemCount: 3 }, 'decide'],
  ] as const)('begins with %s', (_what, digest, tab) => {
    expect(firstTabOf({ ...digest, allowedActions: [...digest.allowedActions] })).toBe(tab);
  });
});
