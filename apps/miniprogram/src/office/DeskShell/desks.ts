import type { RoleName } from '@lianxin/shared';
import type { Role } from '@/api/types';

interface Desk {
  readonly url: string;
  readonly label: string;
  readonly roles: readonly RoleName[];
  /** Is reached from another page and has no place of its own in the navigation. */
  readonly hidden?: boolean;
}

/** The desk's pages and who works there (design §5); the API decides in any case. */
export const DESKS: readonly Desk[] = [
  { url: '/office/desk/index', label: '工作台', roles: ['office', 'member_affairs', 'administrator'] },
  { url: '/office/moderation/index', label: '内容审核', roles: ['office'] },
  { url: '/office/overdue/index', label: '超期来信', roles: ['office', 'member_affairs'] },
  { url: '/office/letter/index', label: '来信', roles: ['office', 'member_affairs'], hidden: true },
  { url: '/office/roster/index', label: '委员名册', roles: ['office'] },
  { url: '/office/codes/index', label: '关联码', roles: ['office'] },
  { url: '/office/channels/index', label: '转办渠道', roles: ['office'] },
  { url: '/office/templates/index', label: '回复模板', roles: ['office'] },
  { url: '/office/answers/index', label: '公开答复', roles: ['office'] },
];

/** The desk's pages for a role. */
export function desksOf(role: RoleName | undefined): readonly Desk[] {
  return DESKS.filter((desk) => role !== undefined && desk.roles.includes(role));
}

/** As what a person sits at the desk: in the role chosen on this device, or in the first one held that has a desk. */
export function deskRoleOf(roles: readonly Role[], chosen: Role | undefined): RoleName | undefined {
  const sitting = chosen ? [chosen, ...roles] : roles;
  return sitting.find((role) => desksOf(role.name).length > 0)?.name;
}
