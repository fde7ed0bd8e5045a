import type { Ability } from '../platform/abilities/ability.js';
import { holds } from '../platform/abilities/actor.js';

/** Who chooses from the channels and the answer templates: members who answer, and the office that keeps them. */
export const mayUseAnsweringAids: Ability = (actor) =>
  (actor !== null && actor.memberId !== null) || holds(actor, 'office');

/** Who keeps what all members share: channels and published answers. */
export const mayKeepSharedLists: Ability = (actor) => holds(actor, 'office');
