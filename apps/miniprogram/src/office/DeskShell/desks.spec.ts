import type { RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { deskRoleOf, desksOf } from './desks';

const role = (name: RoleName) => ({ name, scopeId: null, scopeName: null });
const urlsOf = (name: RoleName) => desksOf(name).map((desk) => desk.url);

describe('desksOf', () => {
  it('keeps letters and their moderation from the administrator', () => {
    expect(urlsOf('administrator')).toEqual(['/office/desk/index']);
  });

  it('gives member affairs what is overdue, and not the directory', () => {
    expect(urlsOf('member_affairs')).toContain('/office/overdue/index');
    expect(urlsOf('member_affairs')).not.toContain('/office/roster/index');
  });

  it.each(['constituent', 'member', 'leader'] as const)('has none for a %s', (name) => {
    expect(urlsOf(name)).toEqual([]);
  });
});

describe('deskRoleOf', () => {
  it('is the role chosen, where it has a desk', () => {
    const roles = [role('office'), role('member_affairs')];
    expect(deskRoleOf(roles, role('member_affairs'))).toBe('member_affairs');
  });

  it('is the first role with a desk, where the one chosen has none', () => {
    const roles = [role('constituent'), role('office')];
    expect(deskRoleOf(roles, role('constituent'))).toBe('office');
  });

  it('is none for people without a desk', () => {
    expect(deskRoleOf([role('constituent')], role('constituent'))).toBeUndefined();
  });
});
