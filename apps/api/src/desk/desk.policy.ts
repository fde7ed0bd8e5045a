import type { Ability } from '../platform/abilities/ability.js';
import { holds } from '../platform/abilities/actor.js';

/** Who keeps filters of the desk's lists: everybody who has such a list. */
export const mayKeepFilters: Ability = (actor) =>
  holds(actor, 'office', 'committee_staff', 'convener', 'member_affairs', 'leader');
