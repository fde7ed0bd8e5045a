import { describe, expect, it } from 'vitest';
import {
  allowedLetterActions,
  LETTER_ACTIONS,
  LETTER_STATES,
  LETTER_TRANSITIONS,
  type LetterAction,
  type LetterCircumstances,
  type LetterParty,
  type LetterState,
  type LetterTransition,
  nextLetterState,
} from './letter-states.js';

const PARTIES: readonly LetterParty[] = ['writer', 'addressee', 'office', 'system'];

/** Circumstances in which every condition holds, so that state and party alone decide. */
const everythingOpen: Omit<LetterCircumstances, 'state'> = {
  hasAnswer: false,
  ownMessageBeingChecked: false,
  appealable: true,
  rated: false,
  reopenedBefore: false,
  withinReopenPeriod: true,
};

/** The design's section 4 in the form of a table, written down a second time by hand: what each party may do in each state. */
const EXPECTED: Record<LetterState, Partial<Record<LetterParty, LetterAction[]>>> = {
  screening: { writer: ['withdraw'], office: ['deliver', 'withhold'], system: ['deliver', 'withhold'] },
  withheld: { writer: ['appeal'], addressee: ['appeal'], office: ['deliver'], system: ['deliver'] },
  delivered: {
    writer: ['appeal', 'withdraw'],
    addressee: ['appeal', 'open', 'answer', 'transfer', 'refer', 'return', 'snooze', 'note', 'report'],
    office: ['transfer', 'remind'],
    system: ['remind'],
  },
  opened: {
    writer: ['appeal', 'withdraw'],
    addressee: ['appeal', 'answer', 'transfer', 'refer', 'return', 'snooze', 'note', 'report'],
    office: ['transfer', 'remind'],
    system: ['remind'],
  },
  answered: {
    writer: ['appeal', 'follow_up', 'close'],
    addressee: ['appeal', 'answer', 'note', 'report'],
    system: ['close'],
  },
  closed: { writer: ['appeal', 'rate', 'reopen'], addressee: ['appeal', 'note', 'report'] },
  referred: { addressee: ['note'] },
  returned: { addressee: ['note'] },
  withdrawn: {},
};

const cells = LETTER_STATES.flatMap((state) => PARTIES.map((party) => ({ state, party })));

describe('what each party may do in each state', () => {
  it.each(cells)('$state, $party', ({ state, party }) => {
    expect(allowedLetterActions(party, { ...everythingOpen, state })).toEqual(EXPECTED[state][party] ?? []);
  });
});

describe('the state after an action', () => {
  const rows = cells.flatMap(({ state, party }) => LETTER_ACTIONS.map((action) => ({ state, party, action })));

  it.each(rows)('$state: $action by $party', ({ state, party, action }) => {
    const { to }: LetterTransition = LETTER_TRANSITIONS[action];
    if (EXPECTED[state][party]?.includes(action)) {
      expect(nextLetterState(state, action, party)).toBe(to === 'same' ? state : to);
    } else {
      expect(() => nextLetterState(state, action, party)).toThrow(RangeError);
    }
  });
});

describe('conditions beyond the state', () => {
  const cases: {
    party: LetterParty;
    state: LetterState;
    unless: Partial<LetterCircumstances>;
    closed: LetterAction[];
  }[] = [
    { party: 'writer', state: 'opened', unless: { hasAnswer: true }, closed: ['withdraw'] },
    { party: 'writer', state: 'answered', unless: { ownMessageBeingChecked: true }, closed: ['follow_up'] },
    { party: 'writer', state: 'closed', unless: { ownMessageBeingChecked: true }, closed: ['reopen'] },
    { party: 'writer', state: 'closed', unless: { rated: true }, closed: ['rate'] },
    { party: 'writer', state: 'closed', unless: { reopenedBefore: true }, closed: ['reopen'] },
    { party: 'writer', state: 'closed', unless: { withinReopenPeriod: false }, closed: ['reopen'] },
    { party: 'writer', state: 'withheld', unless: { appealable: false }, closed: ['appeal'] },
    {
      party: 'addressee',
      state: 'opened',
      unless: { ownMessageBeingChecked: true },
      closed: ['answer', 'transfer', 'refer', 'return'],
    },
  ];

  it.each(cases)('$party, $state, unless $unless', ({ party, state, unless, closed }) => {
    const open = allowedLetterActions(party, { ...everythingOpen, state });
    const left = allowedLetterActions(party, { ...everythingOpen, state, ...unless });
    expect(open).toEqual(expect.arrayContaining(closed));
    expect(left).toEqual(open.filter((action) => !closed.includes(action)));
  });
});
