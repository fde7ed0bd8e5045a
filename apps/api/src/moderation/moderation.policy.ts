import type { Ability } from '../platform/abilities/ability.js';
import { holds } from '../platform/abilities/actor.js';

/** Who looks at what was reported, appealed or could not be checked, and decides on it: the office (design §5). */
export const mayModerate: Ability = (actor) => holds(actor, 'office');
