import { describe, expect, it } from 'vitest';
import type { RelaySummary } from '@/api/types';
import { nextRelay } from './next-relay';

function relay(id: string, sendable: boolean): RelaySummary {
  return {
    id,
    purpose: 'decision',
    state: sendable ? 'ready' : 'checking',
    stateLabel: '',
    letter: null,
    opinion: { kind: 'opinion', id: 'o', reference: null, title: '' },
    outcomeLabel: '采纳',
    due: '2026-12-01T10:00:00+08:00',
    deadline: 'on_time',
    sentAt: null,
    allowedActions: sendable ? ['send'] : [],
    version: 1,
  };
}

describe('the next relay', () => {
  it('is the first that can be sent and is another one', () => {
    const waiting = [relay('a', true), relay('b', false), relay('c', true)];
    expect(nextRelay(waiting, 'a')?.id).toBe('c');
    expect(nextRelay(waiting, 'c')?.id).toBe('a');
  });

  it('is none when nothing waits', () => {
    expect(nextRelay([relay('a', true)], 'a')).toBeUndefined();
    expect(nextRelay([], 'a')).toBeUndefined();
  });
});
