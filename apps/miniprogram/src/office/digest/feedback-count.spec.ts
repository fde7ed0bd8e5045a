import { expect, it } from 'vitest';
import type { ItemFeedback } from '@/api/types';
import { waitingFeedback } from './feedback-count';

const signed = { id: 'd' } as NonNullable<ItemFeedback['decision']>;
const recipient = (memberId: string) => ({ memberId, name: memberId, roles: [] });

it('counts what waits, each member once, and leaves out what was sent or is not decided', () => {
  expect(
    waitingFeedback([
      { decision: signed, sentAt: null, recipients: [recipient('a'), recipient('b')], sourceCount: 2 },
      { decision: signed, sentAt: null, recipients: [recipient('b')], sourceCount: 1 },
      { decision: signed, sentAt: '2026-11-01T00:00:00Z', recipients: [recipient('c')], sourceCount: 4 },
      { decision: null, sentAt: null, recipients: [recipient('d')], sourceCount: 8 },
    ]),
  ).toEqual({ items: 2, members: 2, letters: 3 });
});
