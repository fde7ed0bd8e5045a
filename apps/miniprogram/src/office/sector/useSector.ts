import type { OpinionTheme } from '@lianxin/shared';
import { useRef, useState } from 'react';
import type { SectorOpinion } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { newIdempotencyKey } from '@/hooks/useDraft';
import { useSession } from '@/hooks/useSession';
import { openPage } from '@/navigation';
import { neighbourOf } from '../moderation/neighbour';
import { submissionUrl } from '../parts/submissions';
import { type SectorFilter, useSectorOpinions, useSectorThemes } from './useSectorOpinions';

/** The convener's look at the sector: what is shown, which opinions are chosen to be composed, and composing them. */
export function useSector() {
  const { roles } = useSession();
  const sectors = roles.flatMap(({ name, scopeId, scopeName }) =>
    name === 'convener' && scopeId ? [{ value: scopeId, label: scopeName ?? '' }] : [],
  );
  const [sectorId = sectors[0]?.value, setSectorId] = useState<string>();
  const [theme, setTheme] = useState<OpinionTheme>();
  const [state, setState] = useState<SectorFilter['state']>();
  const [words, setWords] = useState('');
  const [chosen, choose] = useState<readonly SectorOpinion[]>([]);
  const [currentId, stand] = useState<string>();
  const key = useRef(newIdempotencyKey());
  const query = useDebounced(words.trim());
  const { list, accept, compose } = useSectorOpinions({ sectorId, theme, state, query });
  const change = (next: readonly SectorOpinion[]) => {
    // Another choice is another voice.
    key.current = newIdempotencyKey();
    choose(next);
  };
  return {
    sectors,
    sectorId,
    setSectorId: (id: string | undefined) => {
      setSectorId(id);
      change([]);
    },
    theme,
    setTheme,
    themes: useSectorThemes(sectorId),
    state,
    setState,
    words,
    setWords,
    list,
    chosen,
    toggle: (opinion: SectorOpinion) =>
      change(
        chosen.some(({ id }) => id === opinion.id)
          ? chosen.filter(({ id }) => id !== opinion.id)
          : [...chosen, opinion],
      ),
    clear: () => change([]),
    current: list.items.find(({ id }) => id === currentId),
    move: (step: 1 | -1) => stand(neighbourOf(list.items, currentId, step)?.id),
    accept,
    /** Makes one text of those chosen and opens it. */
    compose: async () => {
      const voice = await compose(
        chosen.map(({ id }) => id),
        key.current,
      );
      change([]);
      openPage(submissionUrl({ kind: 'sector_voice', id: voice.id }));
    },
  };
}
