import type { TextKind } from '@lianxin/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import type { SearchHit } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { neighbourOf } from '../moderation/neighbour';

/** Fewer characters are in nearly every text. */
export const SHORTEST_SEARCH = 2;

/** Full-text search over everything that the person signed in may see, latest first. */
export function useSearch(start: { readonly query?: string }) {
  const [words, setWords] = useState(start.query ?? '');
  const [kind, setKind] = useState<TextKind>();
  const [currentId, stand] = useState<string>();
  const query = useDebounced(words.trim());
  const enough = [...query].length >= SHORTEST_SEARCH;
  const list = useInfiniteList<SearchHit>({
    queryKey: ['search', { query, kind }],
    load: (cursor, signal) => api.get('/api/v1/search', { query: { query, kind, cursor }, signal }),
    enabled: enough,
  });
  return {
    words,
    setWords,
    kind,
    setKind,
    enough,
    list,
    current: list.items.find(({ id }) => id === currentId),
    move: (step: 1 | -1) => stand(neighbourOf(list.items, currentId, step)?.id),
  };
}
