import {
  COSIGN_STATE_LABELS,
  type CosignState,
  DECISION_OUTCOME_LABELS,
  type DecisionOutcome,
  OPINION_STATE_LABELS,
  type OpinionState,
  RELAY_STATE_LABELS,
  type RelayState,
  VOICE_STATE_LABELS,
  type VoiceState,
} from '@lianxin/shared';
import { Tag, type Tone } from '@/components/Tag';

const opinionTones: Record<OpinionState, Tone> = {
  draft: 'calm',
  submitted: 'primary',
  returned: 'warn',
  accepted: 'primary',
  merged: 'primary',
  listed: 'primary',
  decided: 'primary',
  fed_back: 'good',
  relayed: 'good',
  withdrawn: 'calm',
};
const voiceTones: Record<VoiceState, Tone> = { ...opinionTones, circulating: 'warn' };
const outcomeTones: Record<DecisionOutcome, Tone> = {
  adopted: 'good',
  partly_adopted: 'good',
  noted: 'calm',
  declined: 'warn',
};
const relayTones: Record<RelayState, Tone> = {
  ready: 'primary',
  checking: 'calm',
  sent: 'good',
  withheld: 'bad',
  superseded: 'calm',
};
const cosignTones: Record<CosignState, Tone> = { invited: 'warn', confirmed: 'good', declined: 'calm' };

/** Where an opinion stands. */
export function OpinionStateTag({ state }: { readonly state: OpinionState }) {
  return <Tag tone={opinionTones[state]}>{OPINION_STATE_LABELS[state]}</Tag>;
}

/** Where a sector voice stands. */
export function VoiceStateTag({ state }: { readonly state: VoiceState }) {
  return <Tag tone={voiceTones[state]}>{VOICE_STATE_LABELS[state]}</Tag>;
}

/** What the meeting decided. */
export function OutcomeTag({ outcome }: { readonly outcome: DecisionOutcome }) {
  return <Tag tone={outcomeTones[outcome]}>{DECISION_OUTCOME_LABELS[outcome]}</Tag>;
}

/** Where a relay stands. */
export function RelayStateTag({ state }: { readonly state: RelayState }) {
  return <Tag tone={relayTones[state]}>{RELAY_STATE_LABELS[state]}</Tag>;
}

/** Whether a member asked to sign has answered. */
export function CosignTag({ state }: { readonly state: CosignState }) {
  return <Tag tone={cosignTones[state]}>{COSIGN_STATE_LABELS[state]}</Tag>;
}
