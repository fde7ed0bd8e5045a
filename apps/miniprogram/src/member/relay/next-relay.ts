import type { RelaySummary } from '@/api/types';

/** The relay to do after one that has been sent: the first of those waiting that is another one and can be sent. */
export function nextRelay(waiting: readonly RelaySummary[], sentId: string): RelaySummary | undefined {
  return waiting.find((relay) => relay.id !== sentId && relay.allowedActions.includes('send'));
}
