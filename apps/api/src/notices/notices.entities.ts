import { NoticeConsent } from './notice-consent.entity.js';
import { StoredNotice } from './stored-notice.entity.js';

/** The tables of notices and consents. */
export const noticeEntities = [StoredNotice, NoticeConsent];
