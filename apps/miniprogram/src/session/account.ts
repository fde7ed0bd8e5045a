import { api } from '@/api/client';
import { useSessionStore } from '@/state/session';

/** Takes over what the server now says of the account signed in: its name, its roles. What is known stays when it cannot be asked. */
export async function refreshAccount(): Promise<void> {
  const { session } = useSessionStore.getState();
  if (!session) return;
  try {
    const account = await api.get('/api/v1/me');
    if (account.id === useSessionStore.getState().session?.account.id) useSessionStore.getState().refresh(account);
  } catch {
    // See above; a session that has ended was dealt with by the transport.
  }
}
