/** The subscribe message templates of the product, each for what a person may agree to be told on WeChat. */
export const NOTICE_TEMPLATES = ['letter_received', 'letter_answered', 'letter_due', 'letter_status'] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];

/** As what a person reads a letter. */
export const LETTER_SCREENS = ['writer', 'addressee', 'office'] as const;
export type LetterScreen = (typeof LETTER_SCREENS)[number];

/** As what the person reads what a notice is about: a letter, or something else as its author … a leader. */
export const NOTICE_SCREENS = [...LETTER_SCREENS, 'author', 'cosigner', 'member', 'desk', 'leader'] as const;
export type NoticeScreen = (typeof NOTICE_SCREENS)[number];

/** What else than a letter a notice can be about. */
export const NOTICE_SUBJECTS = ['opinion', 'sector_voice', 'digest', 'feedback', 'relay', 'follow_up'] as const;
export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number];
