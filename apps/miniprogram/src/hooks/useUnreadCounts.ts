import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { TabKey } from '@/navigation';
import { useSession } from './useSession';

/** Milliseconds between two looks for what is new, while the app is shown. */
const LOOK_AGAIN = 60_000;

/** How many notices and own letters the person signed in has not read yet, by the tab that leads there. */
export function useUnreadCounts(): Partial<Record<TabKey, number>> {
  const { signedIn } = useSession();
  const notices = useQuery({
    queryKey: ['notices', 'counts'],
    queryFn: ({ signal }) => api.get('/api/v1/notices/counts', { signal }),
    enabled: signedIn,
    refetchInterval: LOOK_AGAIN,
  });
  const letters = useQuery({
    queryKey: ['letters', 'counts'],
    queryFn: ({ signal }) => api.get('/api/v1/letters/counts', { signal }),
    enabled: signedIn,
    refetchInterval: LOOK_AGAIN,
  });
  if (!signedIn) return {};
  return { notices: notices.data?.unread ?? 0, letters: letters.data?.unread ?? 0 };
}
