import type { VoiceParty, VoiceState } from '@lianxin/shared';
import type { Ability } from '../../platform/abilities/ability.js';
import { type Actor, holds } from '../../platform/abilities/actor.js';
import type { SectorVoice } from './sector-voice.entity.js';

/** As what somebody looks at a sector voice. */
export const VOICE_VIEWERS = ['convener', 'contributor', 'office', 'leader'] as const;
export type VoiceViewer = (typeof VOICE_VIEWERS)[number];

type Parties = Pick<SectorVoice, 'sectorId' | 'state' | 'listedAt'>;

/** States in which contributors see a voice: shown to them, or sent. A text being written or taken back is the convener's alone. */
export const SEEN_BY_CONTRIBUTORS: readonly VoiceState[] = [
  'circulating',
  'submitted',
  'accepted',
  'listed',
  'decided',
  'fed_back',
  'relayed',
];
/** States in which the office has a voice, or has had it and given it back. */
export const SEEN_BY_OFFICE: readonly VoiceState[] = [
  'submitted',
  'returned',
  'accepted',
  'listed',
  'decided',
  'fed_back',
  'relayed',
];
/** States in which a voice is on a digest, where leaders read it once that is submitted to them. */
export const SEEN_BY_LEADERS: readonly VoiceState[] = ['listed', 'decided', 'fed_back', 'relayed'];

/** The sectors whose group an actor convenes. */
export function convenedSectors(actor: Actor | null): string[] {
  return actor?.roles.flatMap(({ name, scopeId }) => (name === 'convener' && scopeId ? [scopeId] : [])) ?? [];
}

/** Who composes sector voices: a member who convenes a sector's group (Art. 22). */
export const mayConvene: Ability = (actor) =>
  actor !== null && actor.memberId !== null && convenedSectors(actor).length > 0;

/** Who may be credited in a voice and is asked about it: members. */
export const mayContribute: Ability = (actor) => actor !== null && actor.memberId !== null;

/** Who receives voices: the office. */
export const mayReceiveVoices: Ability = (actor) => holds(actor, 'office');

/** Who may have voices to read at all. */
export const mayReadVoices: Ability = (actor) => mayContribute(actor) || holds(actor, 'office', 'leader');

/**
 * As what an actor may see a voice, the nearest first; empty when it is not for this actor.
 * @param contributes the actor is credited in it.
 */
export function viewersOf(actor: Actor, voice: Parties, contributes: boolean): VoiceViewer[] {
  const viewers: VoiceViewer[] = [];
  if (mayConvene(actor) && convenedSectors(actor).includes(voice.sectorId)) viewers.push('convener');
  if (contributes && mayContribute(actor) && SEEN_BY_CONTRIBUTORS.includes(voice.state)) viewers.push('contributor');
  if (holds(actor, 'office') && SEEN_BY_OFFICE.includes(voice.state)) viewers.push('office');
  const reported = voice.listedAt !== null && SEEN_BY_LEADERS.includes(voice.state);
  if (holds(actor, 'leader') && reported) viewers.push('leader');
  return viewers;
}

/** As what an actor may act on a voice: as all that one is at once, for a convener may be credited too. */
export function voicePartiesOf(actor: Actor, voice: Parties, contributes: boolean): Exclude<VoiceParty, 'system'>[] {
  return viewersOf(actor, voice, contributes).flatMap((viewer) => (viewer === 'leader' ? [] : [viewer]));
}
