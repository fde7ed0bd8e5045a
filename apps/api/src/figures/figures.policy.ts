import type { Ability } from '../platform/abilities/ability.js';
import { holds } from '../platform/abilities/actor.js';

/** Who sees the figures of the loop and the letters behind them: member affairs, leaders and the office (Art. 20–22). */
export const maySeeFigures: Ability = (actor) => holds(actor, 'member_affairs', 'leader', 'office');
