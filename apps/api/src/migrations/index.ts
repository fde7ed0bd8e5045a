import { Platform1764000000001 } from './1764000000001-platform.js';

/** The history of the tables, oldest first. A migration that has landed is never changed. */
export const migrations = [Platform1764000000001];
