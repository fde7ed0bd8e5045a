import type { RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { deskRoleOf, deskSections, desksOf } from './desks';

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

  it('gives each receiver of opinions the queue, and composing only to the convener', () => {
    for (const name of ['office', 'committee_staff', 'convener'] as const) {
      expect(urlsOf(name)).toContain('/office/intake/index');
    }
    expect(urlsOf('convener')).toContain('/office/sector/index');
    expect(urlsOf('office')).not.toContain('/office/sector/index');
  });

  it('keeps the queue from leaders and member affairs, who have the figures', () => {
    for (const name of ['leader', 'member_affairs'] as const) {
      expect(urlsOf(name)).not.toContain('/office/intake/index');
      expect(urlsOf(name)).toContain('/office/figures/index');
    }
  });

  it('shows digests to those who read them, and what is not relayed to member affairs', () => {
    for (const name of ['office', 'leader', 'committee_staff', 'convener'] as const) {
      expect(urlsOf(name)).toContain('/office/digests/index');
    }
    expect(urlsOf('member_affairs')).not.toContain('/office/digests/index');
    expect(urlsOf('member_affairs')).toContain('/office/feedback/index');
    expect(urlsOf('leader')).not.toContain('/office/feedback/index');
  });

  it.each(['constituent', 'member'] as const)('has none for a %s', (name) => {
    expect(urlsOf(name)).toEqual([]);
  });
});

describe('deskSections', () => {
  it('has headings where the navigation is long, and leaves out what is hidden', () => {
    const sections = deskSections('office');
    expect(sections[0]).toMatchObject({ group: 'overview', label: '' });
    expect(sections.find(({ group }) => group === 'letters')?.label).toBe('群众来信');
    const urls = sections.flatMap(({ desks }) => desks.map((desk) => desk.url));
    expect(urls).not.toContain('/office/opinion/index');
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('has none where it is short', () => {
    expect(deskSections('administrator').map(({ label }) => label)).toEqual(['']);
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
