import { Platform1764000000001 } from './1764000000001-platform.js';
import { Wechat1764000000005 } from './1764000000005-wechat.js';

/** The history of the tables, oldest first. A migration that has landed is never changed. */
export const migrations = [Platform1764000000001, Wechat1764000000005];
