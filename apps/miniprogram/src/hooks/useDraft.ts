import { useCallback, useRef, useState } from 'react';
import { useSessionStore } from '@/state/session';
import { deviceStorage } from '@/state/storage';

interface Stored<T> {
  readonly value: T;
  readonly idempotencyKey: string;
}

/** Something being written, kept on the device from the first letter until the server has it. */
export interface Draft<T> {
  /** Where the draft lies on the device. */
  readonly name: string;
  readonly value: T;
  /** Changes some fields and saves at once. */
  readonly update: (change: Partial<T>) => void;
  /** To be sent with the draft; stays the same over retries and restarts, so that it arrives once. */
  readonly idempotencyKey: string;
  /** The draft was found on the device when this screen opened. */
  readonly restored: boolean;
  /** Takes a new key, because what was sent under the old one is being changed. */
  readonly renewKey: () => void;
  /** Forgets the draft: the server has confirmed it, or the person throws it away. */
  readonly clear: () => void;
}

/** A key that no other submission of this account has. It has to be unique, not secret. */
export function newIdempotencyKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12);
  return `${Date.now().toString(36)}-${random()}-${random()}`;
}

function load<T extends object>(name: string, initial: T): Stored<T> | undefined {
  const text = deviceStorage.getItem(name);
  if (typeof text !== 'string') return undefined;
  try {
    const stored = JSON.parse(text) as Stored<T>;
    // Fields that a newer version of the app knows are filled up from the initial value.
    return { value: { ...initial, ...stored.value }, idempotencyKey: stored.idempotencyKey };
  } catch {
    return undefined;
  }
}

/**
 * Keeps what is typed under a key, for the account signed in now.
 * @param key names what is written, for example `letter:${memberId}`
 * @param initial an empty draft
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  // Bound to the account that began to write: a session that ends meanwhile must not move the draft to someone else.
  const [name] = useState(() => `lianxin.draft.${useSessionStore.getState().session?.account.id ?? 'visitor'}.${key}`);
  const [found] = useState(() => load(name, initial));
  const [stored, setStored] = useState<Stored<T>>(
    () => found ?? { value: initial, idempotencyKey: newIdempotencyKey() },
  );
  const latest = useRef(stored);
  const empty = useRef(initial);

  const keep = useCallback(
    (next: Stored<T>) => {
      latest.current = next;
      void deviceStorage.setItem(name, JSON.stringify(next));
      setStored(next);
    },
    [name],
  );
  const update = useCallback(
    (change: Partial<T>) => keep({ ...latest.current, value: { ...latest.current.value, ...change } }),
    [keep],
  );
  const renewKey = useCallback(() => keep({ ...latest.current, idempotencyKey: newIdempotencyKey() }), [keep]);
  const clear = useCallback(() => {
    void deviceStorage.removeItem(name);
    latest.current = { value: empty.current, idempotencyKey: newIdempotencyKey() };
    setStored(latest.current);
  }, [name]);

  return {
    name,
    value: stored.value,
    update,
    idempotencyKey: stored.idempotencyKey,
    restored: found !== undefined,
    renewKey,
    clear,
  };
}
