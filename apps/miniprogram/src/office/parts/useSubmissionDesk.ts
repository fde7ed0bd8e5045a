import type { SubmissionRef } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { newIdempotencyKey } from '@/hooks/useDraft';
import { SUBMISSIONS_KEY } from './submissions';

/** Milliseconds between two heartbeats; the server takes somebody for gone after three of them. */
const HEARTBEAT = 30_000;

/** Says that one has a submission open while it is shown, and who else of the desk has. */
export function usePresence({ kind, id }: SubmissionRef, enabled: boolean): readonly string[] {
  const { data } = useQuery({
    queryKey: ['presence', kind, id],
    queryFn: ({ signal }) => api.put('/api/v1/desk/submissions/{kind}/{id}/presence', { path: { kind, id }, signal }),
    refetchInterval: HEARTBEAT,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    enabled,
  });
  return data?.others ?? [];
}

/** The people who work at the same desk, oneself first. */
export function useColleagues(enabled = true) {
  return useQuery({
    queryKey: ['desk-colleagues'],
    queryFn: async ({ signal }) => (await api.get('/api/v1/desk/colleagues', { signal })).items,
    staleTime: 10 * 60_000,
    enabled,
  });
}

/** The notes of the own desk about a submission, oldest first. */
export function useDeskNotes({ kind, id }: SubmissionRef) {
  const queries = useQueryClient();
  const key = [...SUBMISSIONS_KEY, 'notes', kind, id];
  const path = { kind, id };
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await api.get('/api/v1/desk/submissions/{kind}/{id}/notes', { path, signal })).items,
  });
  return {
    query,
    write: (text: string) =>
      api
        .post('/api/v1/desk/submissions/{kind}/{id}/notes', {
          path,
          body: { text },
          idempotencyKey: newIdempotencyKey(),
        })
        .finally(() => queries.invalidateQueries({ queryKey: key })),
  };
}
