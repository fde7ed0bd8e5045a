import { useCallback, useState } from 'react';
import { useSessionStore } from '@/state/session';
import { deviceStorage } from '@/state/storage';

function load(name: string): ReadonlySet<string> {
  const stored = deviceStorage.getItem(name);
  if (typeof stored !== 'string') return new Set();
  try {
    return new Set(JSON.parse(stored) as string[]);
  } catch {
    return new Set();
  }
}

/** Which items of a digest this person has read on this device. It helps to go on where one stopped, and is told to nobody. */
export function useReadItems(digestId: string) {
  const account = useSessionStore((state) => state.session?.account.id ?? 'visitor');
  const name = `lianxin.read.${account}.${digestId}`;
  const [read, setRead] = useState(() => load(name));
  const again = useCallback(() => setRead(load(name)), [name]);
  const mark = useCallback(
    (itemId: string) => {
      const known = load(name);
      if (known.has(itemId)) return;
      const next = new Set([...known, itemId]);
      void deviceStorage.setItem(name, JSON.stringify([...next]));
      setRead(next);
    },
    [name],
  );
  return { read, mark, again };
}
