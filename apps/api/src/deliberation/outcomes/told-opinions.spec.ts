import type { OpinionState, SubmissionRef } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { toldSubmissions } from './told-opinions.js';

const opinion = (id: string, mergedIntoId: string | null, letters: string[], state: OpinionState = 'fed_back') => ({
  id,
  state,
  mergedIntoId,
  sources: letters.map((sourceId) => ({
    id: `link-${id}-${sourceId}`,
    sourceKind: 'letter' as const,
    sourceId,
    memberId: 'm',
    writerAccountId: 'w',
    shownName: null,
    quote: null,
  })),
});
const root: SubmissionRef = { kind: 'opinion', id: 'a' };
const voice: SubmissionRef = { kind: 'sector_voice', id: 'v' };
const opinionRef = (id: string) => ({ kind: 'opinion', id });

describe('which submissions have had everybody behind them told', () => {
  it.each([
    {
      why: 'a single opinion without letters',
      of: root,
      opinions: [opinion('a', null, [])],
      waiting: [],
      told: [root],
    },
    { why: 'its only letter waits', of: root, opinions: [opinion('a', null, ['1'])], waiting: ['1'], told: [] },
    { why: 'one of two letters waits', of: root, opinions: [opinion('a', null, ['1', '2'])], waiting: ['2'], told: [] },
    { why: 'both are told', of: root, opinions: [opinion('a', null, ['1', '2'])], waiting: [], told: [root] },
    {
      why: 'the merged one is told, the root is not',
      of: root,
      opinions: [opinion('a', null, ['1']), opinion('b', 'a', ['2'])],
      waiting: ['1'],
      told: [opinionRef('b')],
    },
    {
      why: 'the root is told, the merged one is not',
      of: root,
      opinions: [opinion('a', null, ['1']), opinion('b', 'a', ['2'])],
      waiting: ['2'],
      told: [],
    },
    {
      why: 'three deep, only the middle one waits: what is under it is told',
      of: root,
      opinions: [opinion('a', null, []), opinion('b', 'a', ['1']), opinion('c', 'b', ['2'])],
      waiting: ['1'],
      told: [opinionRef('c')],
    },
    {
      why: 'what was told before is not named again',
      of: voice,
      opinions: [opinion('b', 'v', ['1'], 'relayed'), opinion('c', 'v', ['2']), opinion('d', 'v', ['3'])],
      waiting: ['3'],
      told: [opinionRef('c')],
    },
    {
      why: 'all was told before',
      of: voice,
      opinions: [opinion('b', 'v', ['1'], 'relayed'), opinion('c', 'v', ['2'], 'relayed')],
      waiting: [],
      told: [],
    },
    {
      why: 'a voice, all told',
      of: voice,
      opinions: [opinion('b', 'v', ['1']), opinion('c', 'v', ['2'])],
      waiting: [],
      told: [voice],
    },
  ])('$why', ({ of, opinions, waiting, told }) => {
    expect(toldSubmissions(of, { opinions }, new Set(waiting))).toEqual(told);
  });
});
