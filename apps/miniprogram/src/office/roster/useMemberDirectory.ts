import { useState } from 'react';
import { api } from '@/api/client';
import type { MemberSummary } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';

/** What narrows the directory on the desk. */
export interface DirectoryFilter {
  readonly words: string;
  readonly sectorId: string | undefined;
  readonly committeeId: string | undefined;
  readonly townshipId: string | undefined;
}

const ALL: DirectoryFilter = { words: '', sectorId: undefined, committeeId: undefined, townshipId: undefined };

/** The directory of members as the office works on it. */
export function useMemberDirectory() {
  const [filter, setFilter] = useState(ALL);
  const { words, ...units } = filter;
  const asked = { ...units, query: useDebounced(words.trim()) };
  const list = useInfiniteList<MemberSummary>({
    queryKey: ['members', 'desk', asked],
    load: (cursor, signal) => api.get('/api/v1/members', { query: { ...asked, cursor, limit: 50 }, signal }),
  });
  const change = (part: Partial<DirectoryFilter>) => setFilter((now) => ({ ...now, ...part }));
  return { filter, change, list };
}
