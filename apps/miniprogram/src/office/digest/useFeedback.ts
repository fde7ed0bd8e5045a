import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { DigestFeedback, ItemFeedback } from '@/api/types';
import { newIdempotencyKey } from '@/hooks/useDraft';
import { DIGESTS_KEY } from './useDigest';

/** Root of the cache keys of the board of what is not fed back. */
export const FEEDBACK_BOARD_KEY = ['feedback-board'] as const;

/** The feedback of a digest, item by item: its words, whom it goes to, and sending it. */
export function useFeedback(digestId: string) {
  const queries = useQueryClient();
  const path = { id: digestId };
  const key = [...DIGESTS_KEY, digestId, 'feedback'];
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get('/api/v1/digests/{id}/feedback', { path, signal }),
  });
  const keep = async (work: Promise<DigestFeedback>) => {
    try {
      queries.setQueryData(key, await work);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) await queries.invalidateQueries({ queryKey: key });
      throw error;
    }
    void queries.invalidateQueries({ queryKey: [...DIGESTS_KEY, digestId], exact: true });
    void queries.invalidateQueries({ queryKey: [...DIGESTS_KEY, 'list'] });
    void queries.invalidateQueries({ queryKey: FEEDBACK_BOARD_KEY });
  };
  /** Other words for one item; `null` goes back to the ready-made ones. */
  const word = (item: Pick<ItemFeedback, 'itemId' | 'version'>, text: string | null) =>
    keep(
      api.patch('/api/v1/digests/{id}/items/{itemId}/feedback-text', {
        path: { id: digestId, itemId: item.itemId },
        body: { version: item.version, text },
      }),
    );
  /** Tells every member behind every item that was not told yet. A retry after a broken connection sends nothing twice. */
  const send = async ({ version }: Pick<DigestFeedback, 'version'>) => {
    try {
      await keep(api.post('/api/v1/digests/{id}/feedback', { path, body: { version }, idempotencyKey }));
      setIdempotencyKey(newIdempotencyKey());
    } catch (error) {
      if (error instanceof ApiProblem) setIdempotencyKey(newIdempotencyKey());
      throw error;
    }
  };
  return { query, word, send };
}
