/** A kind of matter a constituent may write about (Art. 5, 14, 19). */
export const LETTER_CATEGORIES = ['appeal', 'opinion', 'suggestion', 'inquiry', 'cppcc_work'] as const;
export type LetterCategory = (typeof LETTER_CATEGORIES)[number];

/** How the writer's name is shown to the member: whole, surname only, or not at all. The writer chooses per letter. */
export const NAME_DISPLAYS = ['full', 'surname', 'hidden'] as const;
export type NameDisplay = (typeof NAME_DISPLAYS)[number];

/** What a person may be in the product; one person may be several (design §5). */
export const ROLE_NAMES = [
  'constituent',
  'member',
  'convener',
  'committee_staff',
  'office',
  'member_affairs',
  'leader',
  'administrator',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** Roles that sign in with a password at a desk. */
export const STAFF_ROLE_NAMES = ['committee_staff', 'office', 'member_affairs', 'leader', 'administrator'] as const;

/** Where a letter stands with its deadline, for colour and word together. */
export const DEADLINE_STATES = ['none', 'on_time', 'due_soon', 'overdue'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** The boxes of a member's inbox. `waiting` is what waits for the member's answer and is not snoozed. */
export const MAILBOX_BOXES = ['new', 'waiting', 'due_soon', 'overdue', 'answered', 'snoozed', 'all'] as const;
export type MailboxBox = (typeof MAILBOX_BOXES)[number];

/** Chinese words for {@link LetterCategory}, as screens show them. */
export const LETTER_CATEGORY_LABELS: Record<LetterCategory, string> = {
  appeal: '诉求',
  opinion: '意见',
  suggestion: '建议',
  inquiry: '咨询',
  cppcc_work: '涉政协工作',
};

/** Chinese words for {@link NameDisplay}. */
export const NAME_DISPLAY_LABELS: Record<NameDisplay, string> = {
  full: '显示全名',
  surname: '只显示姓',
  hidden: '不显示姓名',
};

/** Chinese words for {@link RoleName}. */
export const ROLE_LABELS: Record<RoleName, string> = {
  constituent: '群众',
  member: '委员',
  convener: '界别召集人',
  committee_staff: '专委会工作人员',
  office: '政协办公室',
  member_affairs: '委员工作委员会',
  leader: '主席会议成员',
  administrator: '系统管理员',
};

/** Chinese words for {@link DeadlineState}. */
export const DEADLINE_STATE_LABELS: Record<DeadlineState, string> = {
  none: '无期限',
  on_time: '期限内',
  due_soon: '即将到期',
  overdue: '已超期',
};

/** Chinese words for {@link MailboxBox}. */
export const MAILBOX_BOX_LABELS: Record<MailboxBox, string> = {
  new: '新来信',
  waiting: '待我回复',
  due_soon: '即将到期',
  overdue: '已超期',
  answered: '已回复',
  snoozed: '稍后处理',
  all: '全部',
};
