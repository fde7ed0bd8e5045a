import { CheckedContent } from './checked-content.entity.js';
import { ContentCheck } from './content-check.entity.js';
import { StoredModerationItem } from './stored-moderation-item.entity.js';

/** The tables of the content checks and the office's queue. */
export const moderationEntities = [CheckedContent, ContentCheck, StoredModerationItem];
