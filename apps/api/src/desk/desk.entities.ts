import { DeskNote } from './desk-note.entity.js';
import { DeskPresence } from './desk-presence.entity.js';
import { SavedFilter } from './saved-filter.entity.js';

/** The desk's tables. */
export const deskEntities = [DeskNote, DeskPresence, SavedFilter];
