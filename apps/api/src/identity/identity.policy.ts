import type { Ability } from '../platform/abilities/ability.js';
import { holds } from '../platform/abilities/actor.js';

/** Who issues and withdraws the one-time codes by which members link their WeChat account: the office. */
export const mayManageLinkCodes: Ability = (actor) => holds(actor, 'office');
