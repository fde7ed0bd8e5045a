import type { Ability } from '../platform/abilities/ability.js';
import { holds } from '../platform/abilities/actor.js';

/** Who issues and withdraws the one-time codes by which members link their WeChat account: the office. */
export const mayManageLinkCodes: Ability = (actor) => holds(actor, 'office');

/** Who appoints the conveners of the sectors' activity groups: the office (Art. 20, 22). */
export const mayAppointConveners: Ability = (actor) => holds(actor, 'office');
