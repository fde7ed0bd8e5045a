import type { Ability } from '../platform/abilities/ability.js';
import { holds } from '../platform/abilities/actor.js';

/** Who keeps the directory: sectors, committees, townships, members and their roster (Art. 20, 22). */
export const mayKeepDirectory: Ability = (actor) => holds(actor, 'office');
