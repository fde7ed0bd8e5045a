import type { RoleName } from '@lianxin/shared';

/** Somebody at a desk of the demonstration. `committee` names the special committee that committee staff work for. */
export interface StaffPerson {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly role: RoleName;
  readonly description: string;
  readonly committee?: string;
}

/** The staff of the demonstration. Their passwords are no secret: the accounts exist in demonstration data only. */
export const STAFF: readonly StaffPerson[] = [
  {
    name: '吴办公',
    username: 'office',
    password: 'lianxin-office',
    role: 'office',
    description: '政协办公室：名册、关联码、审核、渠道',
  },
  {
    name: '郑委工',
    username: 'affairs',
    password: 'lianxin-affairs',
    role: 'member_affairs',
    description: '委员工作委员会：超期来信、提醒',
  },
  {
    name: '何专委',
    username: 'committee',
    password: 'lianxin-committee',
    role: 'committee_staff',
    description: '专委会工作人员（教科卫体委员会）',
    committee: '教科卫体委员会',
  },
  {
    name: '孙主席',
    username: 'leader',
    password: 'lianxin-leader',
    role: 'leader',
    description: '主席会议成员',
  },
  {
    name: '许管理',
    username: 'admin',
    password: 'lianxin-administrator',
    role: 'administrator',
    description: '系统管理员',
  },
];
