import { TOPIC_USE_LABELS, TOPIC_USES } from './opinion-words.js';
import { allowedBy, nextBy, type Transition, type TransitionConditions } from './transitions.js';

/** States of a digest (design §4). */
export const DIGEST_STATES = ['draft', 'submitted', 'decided', 'fed_back'] as const;
export type DigestState = (typeof DIGEST_STATES)[number];

/** Chinese words for {@link DigestState}. */
export const DIGEST_STATE_LABELS: Record<DigestState, string> = {
  draft: '正在汇总',
  submitted: '已报送',
  decided: '已有决定',
  fed_back: '已反馈',
};

/** Who moves a digest: the office, a second person who signs off, a leader who remarks, or the product itself. */
export type DigestParty = 'office' | 'signer' | 'leader' | 'system';

/**
 * The only place that says what can follow what. A digest becomes `decided` by itself when every item has a decision that a second
 * person has signed off; after that a decision changes only by `correct`.
 */
export const DIGEST_TRANSITIONS = {
  edit: { from: ['draft'], to: 'same', by: ['office'] },
  discard: { from: ['draft'], to: 'same', by: ['office'] },
  submit: { from: ['draft'], to: 'submitted', by: ['office'] },
  recall: { from: ['submitted'], to: 'draft', by: ['office'] },
  remark: { from: ['submitted', 'decided', 'fed_back'], to: 'same', by: ['leader'] },
  decide: { from: ['submitted'], to: 'same', by: ['office', 'leader'] },
  sign_off: { from: ['submitted', 'decided', 'fed_back'], to: 'same', by: ['signer'] },
  complete: { from: ['submitted'], to: 'decided', by: ['system'] },
  correct: { from: ['decided', 'fed_back'], to: 'same', by: ['office', 'leader'] },
  word_feedback: { from: ['submitted', 'decided', 'fed_back'], to: 'same', by: ['office'] },
  send_feedback: { from: ['decided', 'fed_back'], to: 'fed_back', by: ['office'] },
} as const satisfies Record<string, Transition<DigestState, DigestParty>>;
export type DigestAction = keyof typeof DIGEST_TRANSITIONS;
export const DIGEST_ACTIONS = Object.keys(DIGEST_TRANSITIONS) as DigestAction[];

/** What, besides the state, decides which actions are open. */
export interface DigestCircumstances {
  readonly state: DigestState;
  readonly hasItems: boolean;
  /** A decision is recorded on it already. */
  readonly hasDecisions: boolean;
  /** A recorded decision waits for a signature that this actor may give: it was recorded by somebody else. */
  readonly signable: boolean;
  /** A signed decision has not been fed back yet: the first sending, or a correction. */
  readonly feedbackWaiting: boolean;
}

const conditions: TransitionConditions<DigestAction, DigestCircumstances> = {
  submit: (c) => c.hasItems,
  recall: (c) => !c.hasDecisions,
  sign_off: (c) => c.signable,
  send_feedback: (c) => c.feedbackWaiting,
};

/** The actions open to a party now, in the table's order. */
export function allowedDigestActions(party: DigestParty, circumstances: DigestCircumstances): DigestAction[] {
  return allowedBy<DigestState, DigestParty, DigestAction, DigestCircumstances>(
    DIGEST_TRANSITIONS,
    conditions,
    party,
    circumstances,
  );
}

/** The state after an action. Throws when the table has no such row. */
export function nextDigestState(state: DigestState, action: DigestAction, party: DigestParty): DigestState {
  return nextBy<DigestState, DigestParty, DigestAction>(DIGEST_TRANSITIONS, 'a digest', { state, action, party });
}

/** Outcomes of a decision (glossary); a reason is always given. */
export const DECISION_OUTCOMES = ['adopted', 'partly_adopted', 'noted', 'declined'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** Chinese words for {@link DecisionOutcome}. */
export const DECISION_OUTCOME_LABELS: Record<DecisionOutcome, string> = {
  adopted: '采纳',
  partly_adopted: '部分采纳',
  noted: '留存参考',
  declined: '未采纳',
};

/** What an adopted item becomes: a proposal, one of the eight uses of Art. 18, or a matter for the responsible body. */
export const DECISION_USES = ['proposal', ...TOPIC_USES, 'referral'] as const;
export type DecisionUse = (typeof DECISION_USES)[number];

/** Chinese words for {@link DecisionUse}. */
export const DECISION_USE_LABELS: Record<DecisionUse, string> = {
  proposal: '提案',
  ...TOPIC_USE_LABELS,
  referral: '转交承办单位',
};

/** How far the responsible body is (glossary: FollowUp). */
export const FOLLOW_UP_STATUSES = ['not_started', 'in_hand', 'done', 'cannot_be_done'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** Chinese words for {@link FollowUpStatus}. */
export const FOLLOW_UP_STATUS_LABELS: Record<FollowUpStatus, string> = {
  not_started: '尚未启动',
  in_hand: '正在办理',
  done: '已办结',
  cannot_be_done: '无法办理',
};

/**
 * Where a relay stands: `ready` to be looked at by the member, `checking` its words, `sent` into the letter, `withheld` by the check,
 * `superseded` by a corrected decision before it was sent.
 */
export const RELAY_STATES = ['ready', 'checking', 'sent', 'withheld', 'superseded'] as const;
export type RelayState = (typeof RELAY_STATES)[number];

/** Chinese words for {@link RelayState}. */
export const RELAY_STATE_LABELS: Record<RelayState, string> = {
  ready: '待转告',
  checking: '正在审核',
  sent: '已转告',
  withheld: '未通过审核',
  superseded: '已被更正',
};
