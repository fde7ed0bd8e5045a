import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';

/** Root of the cache keys of a member's mailbox: whatever changes a letter makes all of them ask anew. */
export const MAILBOX_KEY = ['mailbox'] as const;

/** How many letters lie in each box of the own mailbox. */
export function useMailboxCounts() {
  return useQuery({
    queryKey: [...MAILBOX_KEY, 'counts'],
    queryFn: ({ signal }) => api.get('/api/v1/mailbox/counts', { signal }),
  });
}
