import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Letter } from '@/api/types';
import { MAILBOX_KEY } from '../parts/useMailboxCounts';

/**
 * A letter of the own mailbox. Looking at it opens it and marks it read; both happen once a look.
 * `act` runs a change and takes over the letter it answers with; `latest` is the letter as last seen.
 */
export function useMemberLetter(id: string) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['letters', id, 'addressee'],
    queryFn: ({ signal }) => api.get('/api/v1/letters/{id}', { path: { id }, signal }),
    // Someone is working on it: what another device does should be seen when this one comes to the fore.
    staleTime: 0,
  });

  const take = useCallback(
    (letter: Letter) => {
      queries.setQueryData(['letters', id, 'addressee'], letter);
      void queries.invalidateQueries({ queryKey: MAILBOX_KEY });
    },
    [queries, id],
  );
  const refetch = query.refetch;
  const act = useCallback(
    async (change: () => Promise<Letter>): Promise<Letter> => {
      try {
        const letter = await change();
        take(letter);
        return letter;
      } catch (error) {
        // The next attempt must be based on the letter as it is now.
        if (error instanceof ApiProblem && error.status === 409) await refetch();
        throw error;
      }
    },
    [take, refetch],
  );

  const seen = useRef(false);
  const letter = query.data;
  useEffect(() => {
    if (!letter || seen.current) return;
    seen.current = true;
    const look = async () => {
      if (letter.allowedActions.includes('open')) {
        take(await api.post('/api/v1/letters/{id}/open', { path: { id }, body: { version: letter.version } }));
      }
      await api.post('/api/v1/letters/{id}/read', { path: { id } });
      await queries.invalidateQueries({ queryKey: MAILBOX_KEY });
    };
    // A letter that could not be marked is marked at the next look.
    look().catch(() => {
      seen.current = false;
    });
  }, [letter, id, take, queries]);

  const latest = useCallback(() => queries.getQueryData<Letter>(['letters', id, 'addressee']), [queries, id]);

  return { query, act, latest };
}
