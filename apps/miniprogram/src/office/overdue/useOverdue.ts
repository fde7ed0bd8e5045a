import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import type { OverdueLetter } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';

/** Root of the cache keys of what is overdue. */
export const OVERDUE_KEY = ['overdue'] as const;

/** How many letters are overdue, all and by sector. */
export function useOverdueCounts(enabled = true) {
  return useQuery({
    queryKey: [...OVERDUE_KEY, 'counts'],
    queryFn: ({ signal }) => api.get('/api/v1/desk/overdue-counts', { signal }),
    enabled,
  });
}

/** The overdue letters, longest overdue first, narrowed by sector and words; and the reminder to a member. */
export function useOverdue() {
  const queries = useQueryClient();
  const [sectorId, setSectorId] = useState<string>();
  const [words, setWords] = useState('');
  const query = useDebounced(words.trim());
  const list = useInfiniteList<OverdueLetter>({
    queryKey: [...OVERDUE_KEY, 'letters', { sectorId, query }],
    load: (cursor, signal) => api.get('/api/v1/desk/overdue-letters', { query: { sectorId, query, cursor }, signal }),
  });
  const again = () => queries.invalidateQueries({ queryKey: OVERDUE_KEY });
  const remind = ({ id, version }: Pick<OverdueLetter, 'id' | 'version'>) =>
    api.post('/api/v1/letters/{id}/remind', { path: { id }, body: { version } }).finally(again);
  return { list, counts: useOverdueCounts(), sectorId, setSectorId, words, setWords, remind, again };
}
