import type { RoleName } from '@lianxin/shared';
import type { Role } from '@/api/types';

/** What the navigation puts under one heading; in its order. */
export const DESK_GROUPS = ['overview', 'opinions', 'deliberation', 'letters', 'look', 'people'] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];

/** The headings of the navigation; the overview stands first and needs none. */
export const DESK_GROUP_LABELS: Record<DeskGroup, string> = {
  overview: '',
  opinions: '意见建议',
  deliberation: '汇总与办理',
  letters: '群众来信',
  look: '查询与统计',
  people: '委员',
};

interface Desk {
  readonly url: string;
  readonly label: string;
  readonly group: DeskGroup;
  readonly roles: readonly RoleName[];
  /** Is reached from another page and has no place of its own in the navigation. */
  readonly hidden?: boolean;
}

/** The desk's pages and who works there (design §5); the API decides in any case. */
export const DESKS: readonly Desk[] = [
  {
    url: '/office/desk/index',
    label: '工作台',
    group: 'overview',
    roles: ['office', 'member_affairs', 'administrator', 'convener', 'committee_staff', 'leader'],
  },
  {
    url: '/office/intake/index',
    label: '意见受理',
    group: 'opinions',
    roles: ['office', 'committee_staff', 'convener'],
  },
  { url: '/office/sector/index', label: '界别意见', group: 'opinions', roles: ['convener'] },
  {
    url: '/office/opinion/index',
    label: '意见建议',
    group: 'opinions',
    roles: ['office', 'committee_staff', 'convener', 'leader'],
    hidden: true,
  },
  {
    url: '/office/voice/index',
    label: '界别集体声音',
    group: 'opinions',
    roles: ['office', 'convener', 'leader'],
    hidden: true,
  },
  {
    url: '/office/digests/index',
    label: '汇总报送',
    group: 'deliberation',
    roles: ['office', 'leader', 'committee_staff', 'convener'],
  },
  {
    url: '/office/digest/index',
    label: '汇总',
    group: 'deliberation',
    roles: ['office', 'leader', 'committee_staff', 'convener'],
    hidden: true,
  },
  {
    url: '/office/feedback/index',
    label: '反馈与转告',
    group: 'deliberation',
    roles: ['office', 'member_affairs'],
  },
  {
    url: '/office/followups/index',
    label: '办理进展',
    group: 'deliberation',
    roles: ['office', 'member_affairs', 'leader'],
  },
  { url: '/office/moderation/index', label: '内容审核', group: 'letters', roles: ['office'] },
  { url: '/office/overdue/index', label: '超期来信', group: 'letters', roles: ['office', 'member_affairs'] },
  {
    url: '/office/letter/index',
    label: '来信',
    group: 'letters',
    roles: ['office', 'member_affairs'],
    hidden: true,
  },
  { url: '/office/channels/index', label: '转办渠道', group: 'letters', roles: ['office'] },
  { url: '/office/templates/index', label: '回复模板', group: 'letters', roles: ['office'] },
  { url: '/office/answers/index', label: '公开答复', group: 'letters', roles: ['office'] },
  {
    url: '/office/search/index',
    label: '全文搜索',
    group: 'look',
    roles: ['office', 'committee_staff', 'convener', 'leader', 'member_affairs'],
  },
  { url: '/office/figures/index', label: '闭环数据', group: 'look', roles: ['office', 'member_affairs', 'leader'] },
  { url: '/office/roster/index', label: '委员名册', group: 'people', roles: ['office'] },
  { url: '/office/conveners/index', label: '界别召集人', group: 'people', roles: ['office'] },
  { url: '/office/codes/index', label: '关联码', group: 'people', roles: ['office'] },
];

/** The desk's pages for a role. */
export function desksOf(role: RoleName | undefined): readonly Desk[] {
  return DESKS.filter((desk) => role !== undefined && desk.roles.includes(role));
}

/** A part of the navigation: pages that belong together, under a heading where there are many. */
export interface DeskSection {
  readonly group: DeskGroup;
  /** Empty where none is needed. */
  readonly label: string;
  readonly desks: readonly Desk[];
}

/** From so many pages on, the navigation has headings. */
const HEADINGS_FROM = 7;

/** The navigation of a role: what is hidden left out, in groups, with headings where it is long. */
export function deskSections(role: RoleName | undefined): readonly DeskSection[] {
  const shown = desksOf(role).filter((desk) => !desk.hidden);
  return DESK_GROUPS.map((group) => ({
    group,
    label: shown.length >= HEADINGS_FROM ? DESK_GROUP_LABELS[group] : '',
    desks: shown.filter((desk) => desk.group === group),
  })).filter(({ desks }) => desks.length > 0);
}

/** As what a person sits at the desk: in the role chosen on this device, or in the first one held that has a desk. */
export function deskRoleOf(roles: readonly Role[], chosen: Role | undefined): RoleName | undefined {
  const sitting = chosen ? [chosen, ...roles] : roles;
  return sitting.find((role) => desksOf(role.name).length > 0)?.name;
}
