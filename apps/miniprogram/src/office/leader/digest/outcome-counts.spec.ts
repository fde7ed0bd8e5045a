import type { DecisionOutcome, DigestAction } from '@lianxin/shared';
import { expect, it } from 'vitest';
import type { DigestItem } from '@/api/types';
import { signableInWords } from './outcome-counts';

function item(outcome: DecisionOutcome | undefined, allowedActions: DigestAction[]) {
  return { pending: outcome ? ({ outcome } as NonNullable<DigestItem['pending']>) : null, allowedActions };
}

it('counts by outcome what this person may sign, and nothing else', () => {
  expect(
    signableInWords([
      item('declined', ['sign_off']),
      item('adopted', ['sign_off']),
      item('adopted', ['sign_off']),
      item('noted', ['decide']),
      item(undefined, []),
    ]),
  ).toBe('采纳 2 件，未采纳 1 件');
  expect(signableInWords([])).toBe('');
});
