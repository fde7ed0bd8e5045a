import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Letter } from '@/api/types';

/** Milliseconds between two looks: soon while something is being checked, otherwise now and then. */
const LOOK_SOON = 5_000;
const LOOK_LATER = 60_000;

function isBeingChecked(letter: Letter): boolean {
  return letter.messages.some((message) => message.checkState === 'checking');
}

/** An own letter, followed while it is on screen. */
export function useLetter(id: string) {
  return useQuery({
    queryKey: ['letter', id],
    queryFn: ({ signal }) => api.get('/api/v1/letters/{id}', { path: { id }, signal }),
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data && isBeingChecked(state.data) ? LOOK_SOON : LOOK_LATER),
  });
}

/** Tells the server that the letter as it now is has been seen, so that its unread mark goes. */
export function useMarkRead(letter: Letter | undefined): void {
  const queries = useQueryClient();
  const id = letter?.id;
  const version = letter?.version;
  useEffect(() => {
    if (!id || version === undefined) return;
    api.post('/api/v1/letters/{id}/read', { path: { id } }).then(
      () => queries.invalidateQueries({ queryKey: ['letters'] }),
      // The mark stays and goes with the next look.
      () => undefined,
    );
  }, [id, version, queries]);
}

/**
 * Runs an action on a letter and takes over what the server answers. When the letter has changed meanwhile it is loaded anew
 * before the refusal is passed on, so that the next try stands on what is true now.
 */
export function useLetterAction(id: string): (send: () => Promise<Letter>) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async (send) => {
      try {
        queries.setQueryData(['letter', id], await send());
        void queries.invalidateQueries({ queryKey: ['letters'] });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409) {
          await queries.invalidateQueries({ queryKey: ['letter', id] });
        }
        throw error;
      }
    },
    [id, queries],
  );
}
