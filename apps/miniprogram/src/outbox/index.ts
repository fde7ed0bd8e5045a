import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { api } from '@/api/client';
import { ApiProblem, NetworkFailure } from '@/api/problem';
import { queryClient } from '@/api/query-client';
import type { Letter, WriteLetter } from '@/api/types';
import { refreshAccount } from '@/session/account';
import { listenForNetwork } from '@/state/network';
import { useSessionStore } from '@/state/session';
import { deviceStorage } from '@/state/storage';

/** A letter that the person has sent off and the server has not confirmed. */
export interface PendingLetter {
  /** Only this account sends it, whoever signs in on the device meanwhile. */
  readonly accountId: string;
  /** The same on each try, so that the letter arrives once. */
  readonly idempotencyKey: string;
  readonly memberName: string;
  readonly body: WriteLetter;
  /** Where the draft lies on the device; it is forgotten when the letter has arrived. */
  readonly draftName: string;
}

interface OutboxState {
  /** Kept over restarts of the app. */
  readonly pending: PendingLetter | undefined;
  readonly sending: boolean;
  /** A try has failed; the next one comes by itself. */
  readonly waiting: boolean;
  /** The letter that has just arrived, until a screen has said so. */
  readonly sent: Letter | undefined;
  /** Why the server did not take the letter, until a screen has said so. The draft is still there. */
  readonly refusal: unknown;
}

/** The one letter on its way. */
export const useOutbox = create<OutboxState>()(
  persist(
    (): OutboxState => ({ pending: undefined, sending: false, waiting: false, sent: undefined, refusal: undefined }),
    {
      name: 'lianxin.outbox',
      storage: createJSONStorage(() => deviceStorage),
      version: 1,
      partialize: ({ pending }) => ({ pending }),
    },
  ),
);

/** Milliseconds until the next try, doubled with each failure. The device's own news of a network come first. */
const FIRST_WAIT = 3_000;
const LONGEST_WAIT = 60_000;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The letter may get through later as it is: no network, a server in trouble, or a session to be renewed. */
function mayPass(error: unknown): boolean {
  if (error instanceof NetworkFailure) return true;
  return error instanceof ApiProblem && (error.status >= 500 || error.status === 401);
}

/** Tries to send the pending letter now; does nothing when there is none, or another try is under way. */
export async function sendPendingLetter(): Promise<void> {
  const { pending, sending } = useOutbox.getState();
  if (!pending || sending || useSessionStore.getState().session?.account.id !== pending.accountId) return;
  clearTimeout(timer);
  useOutbox.setState({ sending: true });
  try {
    const { body, idempotencyKey } = pending;
    const sent = await api.post('/api/v1/letters', { body, idempotencyKey });
    void deviceStorage.removeItem(pending.draftName);
    failures = 0;
    useOutbox.setState({ pending: undefined, sending: false, waiting: false, sent });
    void queryClient.invalidateQueries({ queryKey: ['letters'] });
    if (body.writerName) void refreshAccount();
  } catch (error) {
    if (!mayPass(error)) {
      useOutbox.setState({ pending: undefined, sending: false, waiting: false, refusal: error });
      return;
    }
    useOutbox.setState({ sending: false, waiting: true });
    timer = setTimeout(() => void sendPendingLetter(), Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT));
    failures += 1;
  }
}

/** Sends a letter off. From here on it is retried until it arrives, is refused or is taken back. */
export function sendOff(letter: PendingLetter): Promise<void> {
  failures = 0;
  useOutbox.setState({ pending: letter, waiting: false, sent: undefined, refusal: undefined });
  return sendPendingLetter();
}

/** Stops trying. An earlier try may have arrived all the same. */
export function takeBack(): void {
  clearTimeout(timer);
  useOutbox.setState({ pending: undefined, waiting: false });
}

/** A screen has told the person how the sending ended. */
export function acknowledgeOutcome(): void {
  useOutbox.setState({ sent: undefined, refusal: undefined });
}

/** Sends what is pending whenever the network comes back. Called once, when the app starts. */
export function followOutbox(): void {
  listenForNetwork((online) => {
    if (online) void sendPendingLetter();
  });
  void sendPendingLetter();
}
