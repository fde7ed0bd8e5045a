import { useEffect, useRef, useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { SectorVoice } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { deviceStorage } from '@/state/storage';
import { keptText, sameText, textOf, type VoiceText } from './text';

/** Milliseconds of rest after which what was typed is saved. */
const REST = 1200;

/** Where the words stand: on the server, on the way there, or only on this device. */
export type SavingState = 'saved' | 'saving' | 'failed' | 'conflict';

/**
 * The text of a voice while it is written: kept on the device at once and saved to the server after a moment's rest. What the server
 * has not confirmed is there again when the page opens anew.
 * @param onSaved hears of each saved version
 */
export function useVoiceText(voice: SectorVoice, onSaved: (voice: SectorVoice) => void) {
  const name = `lianxin.voice.${voice.id}`;
  const [text, setText] = useState<VoiceText>(() => keptText(deviceStorage.getItem(name)) ?? textOf(voice));
  const [state, setState] = useState<SavingState>('saved');
  const [attempt, setAttempt] = useState(0);
  const rested = useDebounced(text, REST);
  const latest = useRef({ voice, text, onSaved });
  latest.current = { voice, text, onSaved };

  const sending = useRef<Promise<unknown>>(Promise.resolve());

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt sends the same words again
  useEffect(() => {
    if (sameText(rested, textOf(latest.current.voice))) return;
    const send = async () => {
      const { id, version } = latest.current.voice;
      const { title, theme, ...sections } = rested;
      setState('saving');
      try {
        const body = { version, title, theme, sections };
        latest.current.onSaved(await api.patch('/api/v1/sector-voices/{id}', { path: { id }, body }));
        if (!sameText(latest.current.text, rested)) return;
        void deviceStorage.removeItem(name);
        setState('saved');
      } catch (error) {
        setState(error instanceof ApiProblem && error.status === 409 ? 'conflict' : 'failed');
      }
    };
    // One after the other: a saving under way would make the version of the next one stale.
    sending.current = sending.current.then(send);
  }, [rested, attempt, name]);

  return {
    text,
    state,
    /** Everything typed is on the server: the voice may be sent on. */
    settled: state === 'saved' && sameText(text, textOf(voice)),
    update: (change: Partial<VoiceText>) => {
      const next = { ...text, ...change };
      void deviceStorage.setItem(name, JSON.stringify(next));
      setText(next);
    },
    retry: () => setAttempt((before) => before + 1),
    /** Gives up the own words for those on the server. */
    takeServers: () => {
      void deviceStorage.removeItem(name);
      setText(textOf(voice));
      setState('saved');
    },
  };
}
