import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { PublicConfig } from '@/api/types';

/** What the server tells everyone about itself (demonstration or not …); asked once a start. */
export function usePublicConfig(): PublicConfig | undefined {
  const { data } = useQuery({
    queryKey: ['config'],
    queryFn: ({ signal }) => api.get('/api/v1/config', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
