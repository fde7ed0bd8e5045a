import {
  OPINION_KIND_LABELS,
  OPINION_STATE_LABELS,
  type OpinionKind,
  type OpinionState,
  type SubmissionKind,
  type SubmissionRef,
  VOICE_STATE_LABELS,
  type VoiceState,
} from '@lianxin/shared';
import type { Tone } from '@/components/Tag';
import { pageUrl } from '@/navigation';

/** Root of the cache keys of opinions and sector voices at the desk: a change of one is asked anew everywhere. */
export const SUBMISSIONS_KEY = ['submissions'] as const;

/** What is shown of a sector voice where opinions have their kind. */
const VOICE_WORD = '界别集体声音';

/** The kind of a submission in words. */
export function submissionKindInWords(kind: SubmissionKind, opinionKind: OpinionKind | null | undefined): string {
  return kind === 'sector_voice' || !opinionKind ? VOICE_WORD : OPINION_KIND_LABELS[opinionKind];
}

/** The state of a submission in words. */
export function submissionStateInWords(state: OpinionState | VoiceState): string {
  return state in OPINION_STATE_LABELS
    ? OPINION_STATE_LABELS[state as OpinionState]
    : VOICE_STATE_LABELS[state as VoiceState];
}

const TONES: Partial<Record<OpinionState | VoiceState, Tone>> = {
  submitted: 'primary',
  circulating: 'primary',
  returned: 'warn',
  accepted: 'good',
  merged: 'good',
  listed: 'good',
  decided: 'good',
  fed_back: 'good',
  relayed: 'good',
};

/** The colour that goes with {@link submissionStateInWords}. */
export function submissionTone(state: OpinionState | VoiceState): Tone {
  return TONES[state] ?? 'calm';
}

/** Address of the desk's page of a submission. */
export function submissionUrl({ kind, id }: SubmissionRef): string {
  return pageUrl(kind === 'opinion' ? '/office/opinion/index' : '/office/voice/index', { id });
}
