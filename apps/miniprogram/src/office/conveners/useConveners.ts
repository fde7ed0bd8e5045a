import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { SectorConvener } from '@/api/types';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';

const KEY = ['conveners'] as const;

/** The sectors with who convenes each, and appointing another (Art. 22). */
export function useConveners() {
  const queries = useQueryClient();
  const sectors = useDirectoryUnits('sector');
  const query = useQuery({
    queryKey: [...KEY, sectors.map(({ id }) => id)],
    queryFn: ({ signal }) =>
      Promise.all(sectors.map(({ id }) => api.get('/api/v1/sectors/{id}/convener', { path: { id }, signal }))),
    enabled: sectors.length > 0,
  });
  return {
    query,
    appoint: ({ sectorId }: SectorConvener, memberId: string | null) =>
      api
        .put('/api/v1/sectors/{id}/convener', { path: { id: sectorId }, body: { memberId } })
        .finally(() => queries.invalidateQueries({ queryKey: KEY })),
  };
}
