import type { RelayState } from './digest-states.js';
import { allowedBy, nextBy, type Transition } from './transitions.js';

/** Who moves a relay: the member who tells, the desks that look after it, or the product itself. */
export type RelayParty = 'member' | 'desk' | 'system';

/**
 * The only place that says what can follow what. `pass` from `withheld` is an appeal that the office upheld; a relay under check is not
 * superseded, because its words may be on the constituent's phone the next moment.
 */
export const RELAY_TRANSITIONS = {
  send: { from: ['ready', 'withheld'], to: 'checking', by: ['member'] },
  remind: { from: ['ready', 'withheld'], to: 'same', by: ['desk', 'system'] },
  pass: { from: ['checking', 'withheld'], to: 'sent', by: ['system'] },
  withhold: { from: ['checking'], to: 'withheld', by: ['system'] },
  supersede: { from: ['ready', 'withheld'], to: 'superseded', by: ['system'] },
} as const satisfies Record<string, Transition<RelayState, RelayParty>>;
export type RelayAction = keyof typeof RELAY_TRANSITIONS;
export const RELAY_ACTIONS = Object.keys(RELAY_TRANSITIONS) as RelayAction[];

/** The actions open to a party now, in the table's order. */
export function allowedRelayActions(party: RelayParty, state: RelayState): RelayAction[] {
  return allowedBy<RelayState, RelayParty, RelayAction, { readonly state: RelayState }>(RELAY_TRANSITIONS, {}, party, {
    state,
  });
}

/** The state after an action. Throws when the table has no such row. */
export function nextRelayState(state: RelayState, action: RelayAction, party: RelayParty): RelayState {
  return nextBy<RelayState, RelayParty, RelayAction>(RELAY_TRANSITIONS, 'a relay', { state, action, party });
}
