import type { RoleName } from '@lianxin/shared';

const MEMBER = { url: '/member/workbench/index', label: '委员工作台' } as const;
const OFFICE = { url: '/office/desk/index', label: '办公室工作台' } as const;
const CONVENER = { url: '/office/desk/index', label: '召集人工作台' } as const;
const COMMITTEE = { url: '/office/desk/index', label: '专委会工作台' } as const;
const LEADER = { url: '/office/leader/index', label: '主席会议' } as const;

/** Where people of a role do their work; constituents need no place of their own. */
const WORKPLACES: Partial<Record<RoleName, { readonly url: string; readonly label: string }>> = {
  member: MEMBER,
  convener: CONVENER,
  committee_staff: COMMITTEE,
  office: OFFICE,
  member_affairs: OFFICE,
  administrator: OFFICE,
  leader: LEADER,
};

/** The place of work of a role, if it has one. */
export function workplaceOf(role: RoleName): { readonly url: string; readonly label: string } | undefined {
  return WORKPLACES[role];
}
