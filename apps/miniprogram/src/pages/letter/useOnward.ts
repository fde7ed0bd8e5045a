import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';

/** Milliseconds between two looks while the letter is on screen. */
const LOOK_AGAIN = 60_000;

/** Cache key of what was made of a letter. */
export function onwardKey(letterId: string): readonly unknown[] {
  return ['letter', letterId, 'onward'];
}

/** What was made of a letter and how far it is, followed while it is on screen. */
export function useOnward(letterId: string) {
  return useQuery({
    queryKey: onwardKey(letterId),
    queryFn: ({ signal }) => api.get('/api/v1/letters/{id}/onward', { path: { id: letterId }, signal }),
    enabled: letterId !== '',
    refetchInterval: LOOK_AGAIN,
  });
}
