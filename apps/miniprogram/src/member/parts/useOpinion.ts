import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Opinion } from '@/api/types';
import { OPINIONS_KEY } from './upward-keys';

/** Cache key of one opinion. */
export function opinionKey(id: string): readonly unknown[] {
  return [...OPINIONS_KEY, 'one', id];
}

/** One opinion, as the member signed in may see it. */
export function useOpinion(id: string) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: opinionKey(id),
    queryFn: async ({ signal }) => {
      const answered = await api.get('/api/v1/opinions/{id}', { path: { id }, signal });
      const known = queries.getQueryData<Opinion>(opinionKey(id));
      // An answer that was on its way while something was saved is older than what is known.
      return known && known.version > answered.version ? known : answered;
    },
    // Others move it along; what they did should be seen when this page comes to the fore.
    staleTime: 0,
  });
}

/**
 * Runs a change of an opinion on its latest version and takes over what the server answers. Where it has changed meanwhile it is
 * loaded anew before the refusal is passed on.
 */
export function useOpinionAction(id: string): (change: (version: number) => Promise<Opinion>) => Promise<Opinion> {
  const queries = useQueryClient();
  return useCallback(
    async (change) => {
      try {
        const version = queries.getQueryData<Opinion>(opinionKey(id))?.version ?? 0;
        const opinion = await change(version);
        queries.setQueryData(opinionKey(id), opinion);
        void queries.invalidateQueries({ queryKey: [...OPINIONS_KEY, 'list'] });
        void queries.invalidateQueries({ queryKey: [...OPINIONS_KEY, 'counts'] });
        return opinion;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409) {
          await queries.invalidateQueries({ queryKey: opinionKey(id) });
        }
        throw error;
      }
    },
    [id, queries],
  );
}
