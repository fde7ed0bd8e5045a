/** The subscribe message templates of the product, each for what a person may agree to be told on WeChat. */
export const NOTICE_TEMPLATES = ['letter_received', 'letter_answered', 'letter_due', 'letter_status'] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];

/** Which screen of a letter a notice leads to: its writer's, its addressee's, or the office's desk. */
export const NOTICE_SCREENS = ['writer', 'addressee', 'office'] as const;
export type NoticeScreen = (typeof NOTICE_SCREENS)[number];
