import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { newIdempotencyKey } from '@/hooks/useDraft';
import { type IntakeFilter, keptFilter } from './filter';

const KEY = ['saved-filters', 'intake'] as const;
const LIST = 'intake';

/** The filters of the queue that the person signed in has saved. */
export function useSavedFilters() {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: KEY });
  const query = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await api.get('/api/v1/desk/saved-filters', { query: { list: LIST }, signal })).items,
  });
  return {
    saved: query.data ?? [],
    save: (name: string, filter: IntakeFilter) =>
      api
        .post('/api/v1/desk/saved-filters', {
          body: { list: LIST, name, filters: keptFilter(filter) },
          idempotencyKey: newIdempotencyKey(),
        })
        .then(again),
    remove: (id: string) => api.delete('/api/v1/desk/saved-filters/{id}', { path: { id } }).finally(again),
  };
}
