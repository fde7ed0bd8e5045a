import { describe, expect, it } from 'vitest';
import { RELAY_STATES, type RelayState } from './digest-states.js';
import {
  allowedRelayActions,
  nextRelayState,
  RELAY_ACTIONS,
  type RelayAction,
  type RelayParty,
} from './relay-states.js';

const PARTIES: readonly RelayParty[] = ['member', 'desk', 'system'];

/** What each party may do in each state, written down a second time by hand. */
const EXPECTED: Record<RelayState, Partial<Record<RelayParty, RelayAction[]>>> = {
  ready: { member: ['send'], desk: ['remind'], system: ['remind', 'supersede'] },
  checking: { system: ['pass', 'withhold'] },
  sent: {},
  withheld: { member: ['send'], desk: ['remind'], system: ['remind', 'pass', 'supersede'] },
  superseded: {},
};

const NEXT: Record<RelayAction, RelayState | 'same'> = {
  send: 'checking',
  remind: 'same',
  pass: 'sent',
  withhold: 'withheld',
  supersede: 'superseded',
};

describe.each(RELAY_STATES)('a relay that is %s', (state) => {
  it.each(PARTIES)('lets %s do what the table says and nothing else', (party) => {
    const expected = EXPECTED[state][party] ?? [];
    expect(allowedRelayActions(party, state)).toEqual(expected);
    for (const action of RELAY_ACTIONS) {
      if (expected.includes(action)) {
        expect(nextRelayState(state, action, party)).toBe(NEXT[action] === 'same' ? state : NEXT[action]);
      } else {
        expect(() => nextRelayState(state, action, party)).toThrow(RangeError);
      }
    }
  });
});
