import { useEffect, useRef, useState } from 'react';
import type { Digest } from '@/api/types';
import { type Arrangement, arrangementOf, reconciled, sameArrangement } from './arrangement';
import type { DigestWork } from './useDigest';

/** Milliseconds of rest after which what was moved is saved: several moves in a row go up together. */
const REST = 600;

/**
 * The order of a digest while it is being changed. A change is seen at once and saved by itself a moment later; one that the server
 * refuses is undone, and `onFailure` hears why.
 */
export function useArrangement(digest: Digest, arrange: DigestWork['arrange'], onFailure: (error: unknown) => void) {
  const [draft, setDraft] = useState<Arrangement>();
  const [saving, setSaving] = useState(false);
  const stored = arrangementOf(digest);
  const arrangement = draft ? reconciled(draft, stored) : stored;
  const latest = useRef({ draft, arrangement, arrange, onFailure });
  latest.current = { draft, arrangement, arrange, onFailure };

  useEffect(() => {
    if (!draft || saving) return undefined;
    const save = async () => {
      setSaving(true);
      try {
        await latest.current.arrange(latest.current.arrangement);
        // What was moved meanwhile stays, and is saved next.
        setDraft((now) => (now === draft ? undefined : now));
      } catch (error) {
        setDraft(undefined);
        latest.current.onFailure(error);
      } finally {
        setSaving(false);
      }
    };
    const timer = setTimeout(() => void save(), REST);
    return () => clearTimeout(timer);
  }, [draft, saving]);

  // Whoever leaves before the rest is over has moved it all the same.
  useEffect(
    () => () => {
      const { draft: unsaved, arrangement: last, arrange: save } = latest.current;
      if (unsaved) void save(last).catch(() => undefined);
    },
    [],
  );

  const change = (next: Arrangement) => setDraft(sameArrangement(next, stored) && !saving ? undefined : next);
  return { arrangement, change, unsaved: draft !== undefined || saving };
}
