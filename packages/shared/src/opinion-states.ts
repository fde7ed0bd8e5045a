import { allowedBy, nextBy, type Transition, type TransitionConditions } from './transitions.js';

/** States of an opinion (design §4), and `withdrawn` by its author. */
export const OPINION_STATES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'merged',
  'listed',
  'decided',
  'fed_back',
  'relayed',
  'withdrawn',
] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

/** Chinese words for {@link OpinionState}. */
export const OPINION_STATE_LABELS: Record<OpinionState, string> = {
  draft: '草稿',
  submitted: '已提交',
  returned: '退回修改',
  accepted: '已采集',
  merged: '已并入',
  listed: '已列入汇总',
  decided: '已有决定',
  fed_back: '已反馈',
  relayed: '已转告',
  withdrawn: '已撤回',
};

/**
 * Who moves an opinion: its author, a co-signer, the desk that has it (the sector's convener, committee staff or the office), or the
 * product itself when a digest, a decision or a relay moves it along.
 */
export type OpinionParty = 'author' | 'cosigner' | 'receiver' | 'system';

/**
 * The only place that says what can follow what. `merge` puts an opinion under another one or under a sector voice, whose fate it
 * shares from then on: it is decided, fed back and relayed with it. `feed_back` from `relayed` is a corrected decision sent out again.
 */
export const OPINION_TRANSITIONS = {
  save: { from: ['draft', 'returned'], to: 'same', by: ['author'] },
  cosign: { from: ['draft', 'returned'], to: 'same', by: ['cosigner'] },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['author'] },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn', by: ['author'] },
  accept: { from: ['submitted'], to: 'accepted', by: ['receiver'] },
  return: { from: ['submitted'], to: 'returned', by: ['receiver'] },
  pass_on: { from: ['submitted', 'accepted'], to: 'same', by: ['receiver'] },
  merge: { from: ['accepted'], to: 'merged', by: ['receiver'] },
  split: { from: ['merged'], to: 'accepted', by: ['receiver', 'system'] },
  recognise: {
    from: ['accepted', 'merged', 'listed', 'decided', 'fed_back', 'relayed'],
    to: 'same',
    by: ['receiver'],
  },
  list: { from: ['accepted'], to: 'listed', by: ['system'] },
  unlist: { from: ['listed'], to: 'accepted', by: ['system'] },
  decide: { from: ['listed', 'merged'], to: 'decided', by: ['system'] },
  feed_back: { from: ['decided', 'fed_back', 'relayed'], to: 'fed_back', by: ['system'] },
  relay: { from: ['fed_back'], to: 'relayed', by: ['system'] },
} as const satisfies Record<string, Transition<OpinionState, OpinionParty>>;
export type OpinionAction = keyof typeof OPINION_TRANSITIONS;
export const OPINION_ACTIONS = Object.keys(OPINION_TRANSITIONS) as OpinionAction[];

/** What, besides the state, decides which actions are open. All are facts about one opinion at one moment. */
export interface OpinionCircumstances {
  readonly state: OpinionState;
  /** A member asked to sign has not answered yet. */
  readonly cosignPending: boolean;
  /** What it was merged into has not gone on a digest yet, so that it can be taken out again. */
  readonly separable: boolean;
}

const conditions: TransitionConditions<OpinionAction, OpinionCircumstances> = {
  submit: (c) => !c.cosignPending,
  split: (c) => c.separable,
};

/** The actions open to a party now, in the table's order. */
export function allowedOpinionActions(party: OpinionParty, circumstances: OpinionCircumstances): OpinionAction[] {
  return allowedBy<OpinionState, OpinionParty, OpinionAction, OpinionCircumstances>(
    OPINION_TRANSITIONS,
    conditions,
    party,
    circumstances,
  );
}

/** The state after an action. Throws when the table has no such row. */
export function nextOpinionState(state: OpinionState, action: OpinionAction, party: OpinionParty): OpinionState {
  return nextBy<OpinionState, OpinionParty, OpinionAction>(OPINION_TRANSITIONS, 'an opinion', { state, action, party });
}
