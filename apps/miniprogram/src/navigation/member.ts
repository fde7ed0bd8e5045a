import { pageUrl } from './index';

/** Address of an opinion, for its author and its co-signers. */
export function opinionUrl(id: string): string {
  return pageUrl('/member/opinion/index', { id });
}

/** Where an opinion is written. */
export function opinionEditUrl(id: string): string {
  return pageUrl('/member/opinion-edit/index', { id });
}

/** Where an opinion is begun; from a letter or from nothing. */
export function opinionBeginUrl(letterId?: string): string {
  return pageUrl('/member/opinion-begin/index', { letterId });
}

/** The versions of an opinion's text. */
export function opinionHistoryUrl(id: string): string {
  return pageUrl('/member/opinion-history/index', { id });
}

/** Address of a sector voice, for those who contribute to it. */
export function voiceUrl(id: string): string {
  return pageUrl('/member/voice/index', { id });
}

/** Address of what came back of an opinion. */
export function feedbackUrl(id: string): string {
  return pageUrl('/member/feedback/index', { id });
}

/** Where an outcome is told on to the person who wrote. */
export function relayUrl(id: string): string {
  return pageUrl('/member/relay/index', { id });
}
