import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { DirectoryUnit } from '@/api/types';

/** The sectors, committees or townships to choose from; empty until they are known. They change rarely. */
export function useDirectoryUnits(kind: DirectoryUnit['kind']): readonly DirectoryUnit[] {
  const { data } = useQuery({
    queryKey: ['directory-units', kind],
    queryFn: ({ signal }) => api.get('/api/v1/directory-units', { query: { kind }, signal }),
    staleTime: 10 * 60_000,
  });
  return data?.items ?? [];
}
