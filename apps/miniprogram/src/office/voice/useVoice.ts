import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { SectorVoice } from '@/api/types';
import { SUBMISSIONS_KEY } from '../parts/submissions';

/** Key of one sector voice in the cache. */
export const voiceKey = (id: string) => [...SUBMISSIONS_KEY, 'voice', id] as const;

/** A sector voice and what may be done with it; each answer is the voice as it is then. */
export function useVoice(id: string) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: voiceKey(id),
    queryFn: ({ signal }) => api.get('/api/v1/sector-voices/{id}', { path: { id }, signal }),
  });
  const path = { id };
  const version = query.data?.version ?? 0;
  const take = (voice: SectorVoice) => {
    queries.setQueryData(voiceKey(id), voice);
    void queries.invalidateQueries({ queryKey: SUBMISSIONS_KEY });
  };
  const body = { version };
  return {
    query,
    take,
    again: () => query.refetch(),
    choose: (opinionIds: string[]) =>
      api.put('/api/v1/sector-voices/{id}/opinions', { path, body: { version, opinionIds } }).then(take),
    circulate: () => api.post('/api/v1/sector-voices/{id}/circulate', { path, body }).then(take),
    recall: () => api.post('/api/v1/sector-voices/{id}/recall', { path, body }).then(take),
    submit: () => api.post('/api/v1/sector-voices/{id}/submit', { path, body }).then(take),
    withdraw: () => api.post('/api/v1/sector-voices/{id}/withdraw', { path, body }).then(take),
    accept: () => api.post('/api/v1/sector-voices/{id}/accept', { path, body }).then(take),
    giveBack: (reason: string) =>
      api.post('/api/v1/sector-voices/{id}/return', { path, body: { version, reason } }).then(take),
  };
}
