import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { DIGESTS_KEY } from './useDigest';

/** The remarks that leaders left on a digest and on its items, oldest first; and leaving one. */
export function useRemarks(digestId: string, enabled = true) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [...DIGESTS_KEY, digestId, 'remarks'],
    queryFn: async ({ signal }) =>
      (await api.get('/api/v1/digests/{id}/remarks', { path: { id: digestId }, signal })).items,
    enabled,
  });
  const leave = async (text: string, itemId: string | undefined, idempotencyKey: string) => {
    await api.post('/api/v1/digests/{id}/remarks', {
      path: { id: digestId },
      body: { text, ...(itemId && { itemId }) },
      idempotencyKey,
    });
    // Also the counts of remarks on the digest and its items.
    await queries.invalidateQueries({ queryKey: [...DIGESTS_KEY, digestId] });
  };
  return { query, leave };
}
