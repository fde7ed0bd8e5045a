import type { ItemFeedback } from '@/api/types';

/** How much one press sends: items whose decision waits to be told, the members behind them (each once), and the letters that follow. */
export function waitingFeedback(
  items: readonly Pick<ItemFeedback, 'decision' | 'sentAt' | 'recipients' | 'sourceCount'>[],
): {
  readonly items: number;
  readonly members: number;
  readonly letters: number;
} {
  const waiting = items.filter((item) => item.decision !== null && item.sentAt === null);
  return {
    items: waiting.length,
    members: new Set(waiting.flatMap((item) => item.recipients.map(({ memberId }) => memberId))).size,
    letters: waiting.reduce((sum, item) => sum + item.sourceCount, 0),
  };
}
