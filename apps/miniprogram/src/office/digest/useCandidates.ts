import type { OpinionKind, OpinionTheme } from '@lianxin/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import type { DigestCandidate } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { CANDIDATES_KEY } from './useDigest';

/** What the candidates can be narrowed to. */
export interface CandidateFilters {
  readonly kind?: OpinionKind | 'sector_voice';
  readonly theme?: OpinionTheme;
  readonly sectorId?: string;
}

/** As many at once as a list of the API may have, so that forty can be chosen in one go. */
const ROWS_AT_ONCE = 100;

/** Accepted opinions and sector voices that are on no digest yet, longest waiting first, narrowed by filters and words. */
export function useCandidates(enabled: boolean) {
  const [filters, setFilters] = useState<CandidateFilters>({});
  const [words, setWords] = useState('');
  const query = useDebounced(words.trim());
  const list = useInfiniteList<DigestCandidate>({
    queryKey: [...CANDIDATES_KEY, { ...filters, query }],
    load: (cursor, signal) =>
      api.get('/api/v1/digest-candidates', { query: { ...filters, query, cursor, limit: ROWS_AT_ONCE }, signal }),
    enabled,
  });
  const narrow = (change: CandidateFilters) => setFilters((now) => ({ ...now, ...change }));
  return { list, filters, narrow, words, setWords };
}
