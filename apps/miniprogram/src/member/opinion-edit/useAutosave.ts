import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, NetworkFailure } from '@/api/problem';
import type { Opinion } from '@/api/types';
import { useDraft } from '@/hooks/useDraft';
import { listenForNetwork } from '@/state/network';
import { opinionKey } from '../parts/useOpinion';
import { tooLong } from './checks';
import {
  afterSaving,
  conflictsOf,
  type Fields,
  fieldsOf,
  type Kept,
  NOTHING_KEPT,
  settle,
  shownOf,
  toSave,
  typeInto,
  unsavedNames,
} from './fields';

/** Milliseconds of rest in typing before it is saved, and until the next try after one that did not get through. */
const REST = 1_200;
const TRY_AGAIN = 5_000;
/** Times that a save is based anew on what another device has saved meanwhile, before the person is told. */
const REBASES = 3;

/** Where the words are: with the server, on the way, waiting for a network, in another device's way, or refused. */
export type SavedState = 'saved' | 'saving' | 'waiting' | 'conflict' | 'refused';

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}

/**
 * Keeps an opinion that is being written: on the device with every letter, on the server after a moment of rest. Words are never
 * thrown away; where another device has written in the same field, the person chooses.
 */
export function useAutosave(opinion: Opinion) {
  const queries = useQueryClient();
  const { id, kind } = opinion;
  const draft = useDraft<Kept>(`opinion:${id}`, NOTHING_KEPT);
  const kept = useRef(draft.value);
  const [state, setState] = useState<SavedState>('saved');
  const [refusal, setRefusal] = useState<unknown>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const underWay = useRef<Promise<void>>();

  const latest = useCallback(() => queries.getQueryData<Opinion>(opinionKey(id)) ?? opinion, [queries, id, opinion]);
  const keepOnDevice = draft.update;
  const keep = useCallback(
    (next: Kept) => {
      kept.current = next;
      keepOnDevice(next);
    },
    [keepOnDevice],
  );

  const saveOnce = useCallback(async () => {
    for (let tries = 0; ; tries++) {
      const now = latest();
      const server = fieldsOf(now);
      if (conflictsOf(server, kept.current).length > 0) return setState('conflict');
      const all = shownOf(server, kept.current);
      const long = tooLong(kind, all);
      const names = unsavedNames(server, kept.current).filter((name) => !long.includes(name));
      if (names.length === 0) return setState(long.length > 0 ? 'refused' : 'saved');
      setState('saving');
      try {
        const body = { version: now.version, ...toSave(kind, { ...all, ...pick(server, long) }, names) };
        const saved = await api.patch('/api/v1/opinions/{id}', { path: { id }, body });
        queries.setQueryData(opinionKey(id), saved);
        keep(afterSaving(kept.current, pick(all, names)));
        setRefusal(undefined);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 409 || tries >= REBASES) throw error;
        // Based anew on what is true now; what both have changed is found at the next turn.
        const fresh = await api.get('/api/v1/opinions/{id}', { path: { id } });
        queries.setQueryData(opinionKey(id), fresh);
        if (!fresh.allowedActions.includes('save')) throw error;
      }
    }
  }, [latest, kind, id, queries, keep]);

  /** Saves what is not saved, now. Resolves when the server has it or cannot take it; `state` says which. */
  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (underWay.current) await underWay.current;
    let got = true;
    underWay.current = saveOnce()
      .catch((error: unknown) => {
        got = false;
        const waits = error instanceof NetworkFailure || (error instanceof ApiProblem && error.status >= 500);
        setState(waits ? 'waiting' : 'refused');
        setRefusal(waits ? undefined : error);
        if (waits) timer.current = setTimeout(() => void save(), TRY_AGAIN);
      })
      .finally(() => {
        underWay.current = undefined;
      });
    await underWay.current;
    return got && unsavedNames(fieldsOf(latest()), kept.current).length === 0;
  }, [saveOnce, latest]);

  const change = useCallback(
    (name: string, value: string | null) => {
      keep(typeInto(kept.current, fieldsOf(latest()), name, value));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), REST);
    },
    [keep, latest, save],
  );
  const choose = useCallback(
    (name: string, whose: 'own' | 'other') => {
      keep(settle(kept.current, fieldsOf(latest()), name, whose));
      void save();
    },
    [keep, latest, save],
  );

  useEffect(() => listenForNetwork((online) => online && void save()), [save]);
  // What lay on the device from last time goes out, and what is there when the page is left.
  const saving = useRef(save);
  saving.current = save;
  useEffect(() => {
    void saving.current();
    return () => {
      clearTimeout(timer.current);
      void saving.current();
    };
  }, []);

  const server = fieldsOf(opinion);
  return {
    fields: shownOf(server, draft.value),
    server,
    unsaved: unsavedNames(server, draft.value),
    conflicts: conflictsOf(server, draft.value),
    state,
    refusal,
    change,
    choose,
    save,
    /** The server has everything and will not take more: forgets what lies on the device. */
    forget: draft.clear,
  };
}

/** See {@link useAutosave}. */
export type Autosave = ReturnType<typeof useAutosave>;
