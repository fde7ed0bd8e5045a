import { allowedBy, nextBy, type Transition, type TransitionConditions } from './transitions.js';

/** States of a letter (design §4). A transfer is an event: the letter goes back to `delivered` with a new addressee. */
export const LETTER_STATES = [
  'screening',
  'withheld',
  'delivered',
  'opened',
  'answered',
  'closed',
  'referred',
  'returned',
  'withdrawn',
] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** States in which a letter has reached its addressee and its writer has not taken it back. */
export const REACHED_LETTER_STATES = [
  'delivered',
  'opened',
  'answered',
  'closed',
  'referred',
  'returned',
] as const satisfies readonly LetterState[];

/** True when a letter in this state is with its addressee. */
export function hasReachedAddressee(state: LetterState): boolean {
  return (REACHED_LETTER_STATES as readonly LetterState[]).includes(state);
}

/** Chinese words for {@link LetterState}, as the writer reads them. */
export const LETTER_STATE_LABELS: Record<LetterState, string> = {
  screening: '正在审核',
  withheld: '未通过审核',
  delivered: '已送达',
  opened: '委员已读',
  answered: '已回复',
  closed: '已办结',
  referred: '已转其他渠道',
  returned: '已退回',
  withdrawn: '已撤回',
};

/** Who moves a letter: its writer, the member it is addressed to, the office (moderation and escalation), or the product itself. */
export type LetterParty = 'writer' | 'addressee' | 'office' | 'system';

/** One row of the transition table. */
export type LetterTransition = Transition<LetterState, LetterParty>;

/**
 * The only place that says what can follow what. Conditions that depend on more than the state (before a first answer,
 * once within 30 days …) are in {@link allowedLetterActions}.
 */
export const LETTER_TRANSITIONS = {
  deliver: { from: ['screening', 'withheld'], to: 'delivered', by: ['system', 'office'] },
  withhold: { from: ['screening'], to: 'withheld', by: ['system', 'office'] },
  appeal: { from: ['withheld', 'delivered', 'opened', 'answered', 'closed'], to: 'same', by: ['writer', 'addressee'] },
  open: { from: ['delivered'], to: 'opened', by: ['addressee'] },
  answer: { from: ['delivered', 'opened', 'answered'], to: 'answered', by: ['addressee'] },
  follow_up: { from: ['answered'], to: 'opened', by: ['writer'] },
  transfer: { from: ['delivered', 'opened'], to: 'delivered', by: ['addressee', 'office'] },
  refer: { from: ['delivered', 'opened'], to: 'referred', by: ['addressee'] },
  return: { from: ['delivered', 'opened'], to: 'returned', by: ['addressee'] },
  snooze: { from: ['delivered', 'opened'], to: 'same', by: ['addressee'] },
  note: {
    from: ['delivered', 'opened', 'answered', 'closed', 'referred', 'returned'],
    to: 'same',
    by: ['addressee'],
  },
  report: { from: ['delivered', 'opened', 'answered', 'closed'], to: 'same', by: ['addressee'] },
  remind: { from: ['delivered', 'opened'], to: 'same', by: ['office', 'system'] },
  withdraw: { from: ['screening', 'delivered', 'opened'], to: 'withdrawn', by: ['writer'] },
  close: { from: ['answered'], to: 'closed', by: ['writer', 'system'] },
  rate: { from: ['closed'], to: 'same', by: ['writer'] },
  reopen: { from: ['closed'], to: 'opened', by: ['writer'] },
} as const satisfies Record<string, LetterTransition>;
export type LetterAction = keyof typeof LETTER_TRANSITIONS;
export const LETTER_ACTIONS = Object.keys(LETTER_TRANSITIONS) as LetterAction[];

/** What, besides the state, decides which actions are open. All are facts about one letter at one moment. */
export interface LetterCircumstances {
  readonly state: LetterState;
  /** A member has answered at least once. */
  readonly hasAnswer: boolean;
  /** A message of this party's own waits for content checking, so that a second one must wait. */
  readonly ownMessageBeingChecked: boolean;
  /** Something of this party's own is withheld and no appeal has been made against it. */
  readonly appealable: boolean;
  readonly rated: boolean;
  readonly reopenedBefore: boolean;
  /** Now is within the days after closing in which a letter may be reopened. */
  readonly withinReopenPeriod: boolean;
}

/** Answer of {@link nextLetterState}: the state after an action. Throws when the table has no such row. */
export function nextLetterState(state: LetterState, action: LetterAction, party: LetterParty): LetterState {
  return nextBy<LetterState, LetterParty, LetterAction>(LETTER_TRANSITIONS, 'a letter', { state, action, party });
}

const conditions: TransitionConditions<LetterAction, LetterCircumstances> = {
  answer: (c) => !c.ownMessageBeingChecked,
  follow_up: (c) => !c.ownMessageBeingChecked,
  transfer: (c) => !c.ownMessageBeingChecked,
  refer: (c) => !c.ownMessageBeingChecked,
  return: (c) => !c.ownMessageBeingChecked,
  withdraw: (c) => !c.hasAnswer,
  appeal: (c) => c.appealable,
  rate: (c) => !c.rated,
  reopen: (c) => !c.ownMessageBeingChecked && !c.reopenedBefore && c.withinReopenPeriod,
};

/** The actions open to a party now, in the table's order. Screens draw their buttons from this; the API enforces it. */
export function allowedLetterActions(party: LetterParty, circumstances: LetterCircumstances): LetterAction[] {
  return allowedBy<LetterState, LetterParty, LetterAction, LetterCircumstances>(
    LETTER_TRANSITIONS,
    conditions,
    party,
    circumstances,
  );
}
