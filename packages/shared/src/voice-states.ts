import { allowedBy, nextBy, type Transition, type TransitionConditions } from './transitions.js';

/** States of a sector voice (Art. 22). While it is `circulating`, its contributors see it and may object. */
export const VOICE_STATES = [
  'draft',
  'circulating',
  'submitted',
  'returned',
  'accepted',
  'listed',
  'decided',
  'fed_back',
  'relayed',
  'withdrawn',
] as const;
export type VoiceState = (typeof VOICE_STATES)[number];

/** Chinese words for {@link VoiceState}. */
export const VOICE_STATE_LABELS: Record<VoiceState, string> = {
  draft: '草稿',
  circulating: '征求意见',
  submitted: '已提交',
  returned: '退回修改',
  accepted: '已采集',
  listed: '已列入汇总',
  decided: '已有决定',
  fed_back: '已反馈',
  relayed: '已转告',
  withdrawn: '已撤回',
};

/** Who moves a sector voice: the sector's convener, a contributing member, the office, or the product itself. */
export type VoiceParty = 'convener' | 'contributor' | 'office' | 'system';

/** The only place that says what can follow what. */
export const VOICE_TRANSITIONS = {
  save: { from: ['draft', 'returned'], to: 'same', by: ['convener'] },
  circulate: { from: ['draft', 'returned'], to: 'circulating', by: ['convener'] },
  agree: { from: ['circulating'], to: 'same', by: ['contributor'] },
  object: { from: ['circulating'], to: 'same', by: ['contributor'] },
  recall: { from: ['circulating'], to: 'draft', by: ['convener'] },
  submit: { from: ['circulating'], to: 'submitted', by: ['convener'] },
  withdraw: { from: ['draft', 'circulating', 'submitted', 'returned'], to: 'withdrawn', by: ['convener'] },
  accept: { from: ['submitted'], to: 'accepted', by: ['office'] },
  return: { from: ['submitted'], to: 'returned', by: ['office'] },
  recognise: { from: ['accepted', 'listed', 'decided', 'fed_back', 'relayed'], to: 'same', by: ['office'] },
  list: { from: ['accepted'], to: 'listed', by: ['system'] },
  unlist: { from: ['listed'], to: 'accepted', by: ['system'] },
  decide: { from: ['listed'], to: 'decided', by: ['system'] },
  feed_back: { from: ['decided', 'fed_back', 'relayed'], to: 'fed_back', by: ['system'] },
  relay: { from: ['fed_back'], to: 'relayed', by: ['system'] },
} as const satisfies Record<string, Transition<VoiceState, VoiceParty>>;
export type VoiceAction = keyof typeof VOICE_TRANSITIONS;
export const VOICE_ACTIONS = Object.keys(VOICE_TRANSITIONS) as VoiceAction[];

/** What, besides the state, decides which actions are open. */
export interface VoiceCircumstances {
  readonly state: VoiceState;
  /** Somebody objects; the convener takes the text back and changes it first. */
  readonly objected: boolean;
  /** Every contributor has agreed, or the time for objecting is over. */
  readonly heardEverybody: boolean;
  /** It has a contributing opinion. */
  readonly hasOpinions: boolean;
}

const conditions: TransitionConditions<VoiceAction, VoiceCircumstances> = {
  circulate: (c) => c.hasOpinions,
  submit: (c) => !c.objected && c.heardEverybody,
};

/** The actions open to a party now, in the table's order. */
export function allowedVoiceActions(party: VoiceParty, circumstances: VoiceCircumstances): VoiceAction[] {
  return allowedBy<VoiceState, VoiceParty, VoiceAction, VoiceCircumstances>(
    VOICE_TRANSITIONS,
    conditions,
    party,
    circumstances,
  );
}

/** The state after an action. Throws when the table has no such row. */
export function nextVoiceState(state: VoiceState, action: VoiceAction, party: VoiceParty): VoiceState {
  return nextBy<VoiceState, VoiceParty, VoiceAction>(VOICE_TRANSITIONS, 'a sector voice', { state, action, party });
}
