import type { DigestState } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import type { DigestSummary } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { pageUrl } from '@/navigation';
import { CANDIDATES_KEY, DIGESTS_KEY } from '../digest/useDigest';

/** What is asked before a digest can be built. The day is `YYYY-MM-DD`; without a title the API makes one from the meeting. */
export interface NewDigest {
  readonly meetingName: string;
  readonly meetingDate: string;
  readonly title: string;
}

/** Where a digest is built, decided and fed back. */
export function digestUrl(id: string): string {
  return pageUrl('/office/digest/index', { id });
}

/** The digests that the person signed in may see, newest first, narrowed by state and words; and starting one. */
export function useDigests() {
  const queries = useQueryClient();
  const [state, setState] = useState<DigestState>();
  const [words, setWords] = useState('');
  const query = useDebounced(words.trim());
  const list = useInfiniteList<DigestSummary>({
    queryKey: [...DIGESTS_KEY, 'list', { state, query }],
    load: (cursor, signal) => api.get('/api/v1/digests', { query: { state, query, cursor }, signal }),
  });
  const create = async ({ meetingName, meetingDate, title }: NewDigest, idempotencyKey: string) => {
    const digest = await api.post('/api/v1/digests', {
      body: { meetingName: meetingName.trim(), meetingDate, ...(title.trim() && { title: title.trim() }) },
      idempotencyKey,
    });
    queries.setQueryData([...DIGESTS_KEY, digest.id], digest);
    void queries.invalidateQueries({ queryKey: [...DIGESTS_KEY, 'list'] });
    void queries.invalidateQueries({ queryKey: CANDIDATES_KEY });
    return digest;
  };
  return { list, state, setState, words, setWords, create };
}
