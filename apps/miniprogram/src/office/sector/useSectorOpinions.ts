import type { OpinionTheme } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { SectorOpinion, SectorVoiceSummary } from '@/api/types';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { SUBMISSIONS_KEY } from '../parts/submissions';

/** Which of the sector's opinions are shown. */
export interface SectorFilter {
  readonly sectorId?: string;
  readonly theme?: OpinionTheme;
  /** Those handed in and those taken in, unless one is asked for. */
  readonly state?: 'submitted' | 'accepted' | 'merged';
  readonly query?: string;
}

/** Opinions handed in to the sector's group, and what the convener does with them. */
export function useSectorOpinions(filter: SectorFilter) {
  const queries = useQueryClient();
  const list = useInfiniteList<SectorOpinion>({
    queryKey: [...SUBMISSIONS_KEY, 'sector-opinions', filter],
    load: (cursor, signal) => api.get('/api/v1/sector-opinions', { query: { ...filter, cursor }, signal }),
  });
  const again = () => queries.invalidateQueries({ queryKey: SUBMISSIONS_KEY });
  return {
    list,
    accept: ({ id, version }: SectorOpinion) =>
      api.post('/api/v1/opinions/{id}/accept', { path: { id }, body: { version } }).finally(again),
    /** Composes one text from several. @param idempotencyKey the same on each retry, so that one voice comes of it */
    compose: (opinionIds: string[], idempotencyKey: string) =>
      api
        .post('/api/v1/sector-voices', {
          body: { sectorId: filter.sectorId, theme: filter.theme, opinionIds },
          idempotencyKey,
        })
        .finally(again),
  };
}

/** How many opinions of the sector there are on each theme, most first. */
export function useSectorThemes(sectorId: string | undefined) {
  return useQuery({
    queryKey: [...SUBMISSIONS_KEY, 'sector-themes', sectorId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/v1/sector-opinions/themes', { query: { sectorId }, signal })).items,
  });
}

/** The sector voices that one convenes, latest change first. */
export function useOwnVoices() {
  return useInfiniteList<SectorVoiceSummary>({
    queryKey: [...SUBMISSIONS_KEY, 'voices'],
    load: (cursor, signal) => api.get('/api/v1/sector-voices', { query: { role: 'convener', cursor }, signal }),
  });
}
