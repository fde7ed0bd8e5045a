import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { listenForNetwork } from '@/state/network';
import { ApiProblem } from './problem';

/** A refusal will not change by asking again; a lost connection or a server in trouble may. */
function retry(failures: number, error: unknown): boolean {
  if (error instanceof ApiProblem && error.status < 500) return false;
  return failures < 2;
}

/** The app's one cache of what the server said. Data is shown at once and asked for anew after half a minute. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // The screens say when the network is gone; a query that waits silently could not.
    queries: { retry, staleTime: 30_000, gcTime: 10 * 60_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

onlineManager.setEventListener((setOnline) => listenForNetwork(setOnline));

/** WeChat has no focus events of a window; the app tells when it is shown and hidden. */
export function setAppShown(shown: boolean): void {
  focusManager.setFocused(shown);
}

/**
 * Forgets everything the server said: it was meant for the person signed in before. Pages that are open ask anew, as the
 * person signed in now.
 */
export function forgetAnswers(): void {
  void queryClient.resetQueries();
}
