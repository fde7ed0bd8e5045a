import type { FollowUpStatus } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import type { FollowUp, Photo, ResponsibleItem } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';

const FOLLOW_UPS_KEY = ['follow-ups'] as const;

/** Which items are shown, by how their due date stands. */
export type FollowUpBox = 'all' | 'due' | 'overdue';

/** Chinese words for {@link FollowUpBox}. */
export const FOLLOW_UP_BOX_LABELS: Record<FollowUpBox, string> = { all: '全部', due: '即将到期', overdue: '已超期' };

/** What the board is narrowed to, by due date and words. */
export function useFollowUpFilters() {
  const [box, setBox] = useState<FollowUpBox>('all');
  const [words, setWords] = useState('');
  const query = useDebounced(words.trim());
  return { box, setBox, words, setWords, query };
}

/** The items of one status, the earliest due first. */
export function useFollowUpColumn(status: FollowUpStatus, box: FollowUpBox, query: string) {
  return useInfiniteList<ResponsibleItem>({
    queryKey: [...FOLLOW_UPS_KEY, 'board', { status, box, query }],
    load: (cursor, signal) => api.get('/api/v1/desk/follow-ups', { query: { status, box, query, cursor }, signal }),
  });
}

/** What is typed of a new follow-up. */
export interface NewFollowUp {
  readonly status: FollowUpStatus;
  readonly text: string;
  readonly photos: readonly Photo[];
}

/** The follow-ups of one item, oldest first; and recording one. */
export function useItemFollowUps(itemId: string) {
  const queries = useQueryClient();
  const path = { itemId };
  const query = useQuery<readonly FollowUp[]>({
    queryKey: [...FOLLOW_UPS_KEY, 'item', itemId],
    queryFn: async ({ signal }) => (await api.get('/api/v1/digest-items/{itemId}/follow-ups', { path, signal })).items,
  });
  const record = async ({ status, text, photos }: NewFollowUp, idempotencyKey: string) => {
    await api.post('/api/v1/digest-items/{itemId}/follow-ups', {
      path,
      body: { status, text: text.trim(), photoIds: photos.map(({ id }) => id) },
      idempotencyKey,
    });
    await queries.invalidateQueries({ queryKey: FOLLOW_UPS_KEY });
  };
  return { query, record };
}
