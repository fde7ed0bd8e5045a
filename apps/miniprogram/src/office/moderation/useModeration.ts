import type { ScreeningRuleCode } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { ModerationItem } from '@/api/types';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { neighbourOf } from './neighbour';

/** Root of the cache keys of moderation. */
const MODERATION_KEY = ['moderation'] as const;

/** Why something came to the office. */
export const MODERATION_KIND_WORDS: Record<ModerationItem['kind'], string> = {
  review: '机器存疑',
  appeal: '申请复核',
  report: '举报',
  unchecked: '未能自动审核',
};

/** Which part of the moderation queue is shown. */
export type ModerationShown = 'open' | 'decided';

/** How many items wait for a decision. */
export function useModerationCounts(enabled = true) {
  return useQuery({
    queryKey: [...MODERATION_KEY, 'counts'],
    queryFn: ({ signal }) => api.get('/api/v1/moderation-items/counts', { signal }),
    enabled,
  });
}

/** The moderation queue, oldest first, with the item being looked at and the decision on it. */
export function useModeration() {
  const queries = useQueryClient();
  const [shown, setShown] = useState<ModerationShown>('open');
  const [kind, setKind] = useState<ModerationItem['kind']>();
  const [chosenId, setChosenId] = useState<string>();
  const list = useInfiniteList<ModerationItem>({
    queryKey: [...MODERATION_KEY, 'items', { shown, kind }],
    load: (cursor, signal) => api.get('/api/v1/moderation-items', { query: { state: shown, kind, cursor }, signal }),
  });
  const chosen = list.items.find((item) => item.id === chosenId) ?? list.items[0];
  const again = () => queries.invalidateQueries({ queryKey: MODERATION_KEY });

  /** Decides, and goes on to the next. Someone else may have been faster: then the queue is asked anew. */
  const decide = async (
    item: ModerationItem,
    decision: { decision: 'pass' | 'withhold'; ruleCode?: ScreeningRuleCode; reason?: string },
  ) => {
    const next = neighbourOf(list.items, item.id, 1) ?? neighbourOf(list.items, item.id, -1);
    try {
      await api.post('/api/v1/moderation-items/{id}/decide', {
        path: { id: item.id },
        body: { ...decision, version: item.version },
      });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) await again();
      throw error;
    }
    setChosenId(next?.id);
    await again();
  };
  const move = (step: 1 | -1) => setChosenId(neighbourOf(list.items, chosen?.id, step)?.id);
  return {
    list,
    counts: useModerationCounts(),
    shown,
    setShown,
    kind,
    setKind,
    chosen,
    choose: setChosenId,
    move,
    decide,
  };
}
