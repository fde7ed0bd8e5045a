import type { OpinionDesk } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { NewRecognition, Opinion } from '@/api/types';
import { newIdempotencyKey } from '@/hooks/useDraft';
import { SUBMISSIONS_KEY } from '../parts/submissions';
import { textToCompare } from './similar';

/** Key of one opinion in the cache. */
export const opinionKey = (id: string) => [...SUBMISSIONS_KEY, 'opinion', id] as const;

/** One opinion as the viewer may see it. */
export function useOpinionQuery(id: string) {
  return useQuery({
    queryKey: opinionKey(id),
    queryFn: ({ signal }) => api.get('/api/v1/opinions/{id}', { path: { id }, signal }),
  });
}

/** What is in hand and like an opinion, most alike first. */
export function useSimilar(opinion: Pick<Opinion, 'id' | 'title' | 'sections'>, enabled: boolean) {
  const text = textToCompare(opinion);
  return useQuery({
    queryKey: [...SUBMISSIONS_KEY, 'similar', opinion.id, text],
    queryFn: async ({ signal }) =>
      (await api.get('/api/v1/opinions/similar', { query: { text, exceptId: opinion.id }, signal })).items,
    enabled: enabled && text !== '',
  });
}

/** An opinion at the desk and what is done with it. */
export function useOpinion(id: string) {
  const queries = useQueryClient();
  const query = useOpinionQuery(id);
  const path = { id };
  const version = query.data?.version ?? 0;
  const again = () => queries.invalidateQueries({ queryKey: SUBMISSIONS_KEY });
  const accept = () => api.post('/api/v1/opinions/{id}/accept', { path, body: { version } });
  return {
    query,
    accept: () => accept().finally(again),
    giveBack: (reason: string) =>
      api.post('/api/v1/opinions/{id}/return', { path, body: { version, reason } }).finally(again),
    passOn: (to: { desk: OpinionDesk; deskUnitId?: string; reason: string }) =>
      api.post('/api/v1/opinions/{id}/pass-on', { path, body: { ...to, version } }).finally(again),
    /** Puts it under another one; what was not accepted yet is accepted first. */
    mergeInto: async (intoId: string) => {
      try {
        const fresh = query.data?.state === 'submitted' ? (await accept()).version : version;
        await api.post('/api/v1/opinions/{id}/merge', { path, body: { version: fresh, intoId } });
      } finally {
        await again();
      }
    },
    split: (merged: { readonly id: string; readonly version: number }) =>
      api
        .post('/api/v1/opinions/{id}/split', { path: { id: merged.id }, body: { version: merged.version } })
        .finally(again),
    recognise: (body: NewRecognition) =>
      api
        .post('/api/v1/opinions/{id}/recognitions', { path, body, idempotencyKey: newIdempotencyKey() })
        .finally(again),
    forget: (recognitionId: string) =>
      api.delete('/api/v1/opinions/{id}/recognitions/{recognitionId}', { path: { id, recognitionId } }).finally(again),
  };
}
