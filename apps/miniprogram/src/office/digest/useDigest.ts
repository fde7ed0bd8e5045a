import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, type Body } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { ChangedDigestItem, Digest, DigestItem } from '@/api/types';
import { type Arrangement, UNNAMED } from './arrangement';
import type { decisionBody } from './decision-form';

/** Root of the cache keys of digests. */
export const DIGESTS_KEY = ['digests'] as const;

/** Root of the cache keys of what can be put on a digest. */
export const CANDIDATES_KEY = ['digest-candidates'] as const;

type DecisionBody = ReturnType<typeof decisionBody>;

/** The digest with one of its items changed, as the server answered. */
function withItem(digest: Digest, { item, digest: summary }: ChangedDigestItem): Digest {
  return { ...digest, ...summary, items: digest.items.map((each) => (each.id === item.id ? item : each)) };
}

/** How one digest is asked for. */
export function digestQuery(id: string) {
  return queryOptions({
    queryKey: [...DIGESTS_KEY, id],
    queryFn: ({ signal }) => api.get('/api/v1/digests/{id}', { path: { id }, signal }),
  });
}

/**
 * One digest, and everything that can be done to it. A change takes the version that is shown; when somebody else was faster it is
 * refused, and the digest is asked for anew.
 */
export function useDigest(id: string) {
  const queries = useQueryClient();
  const path = { id };
  const key = [...DIGESTS_KEY, id];
  const query = useQuery(digestQuery(id));

  const othersAgain = () =>
    Promise.all(
      [[...DIGESTS_KEY, 'list'], [...CANDIDATES_KEY], ['feedback-board']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  const attempt = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) await queries.invalidateQueries({ queryKey: key });
      throw error;
    }
  };
  const keep = async (work: Promise<Digest>): Promise<Digest> => {
    const digest = await attempt(work);
    queries.setQueryData(key, digest);
    void othersAgain();
    return digest;
  };
  const keepItem = async (work: Promise<ChangedDigestItem>): Promise<DigestItem> => {
    const changed = await attempt(work);
    queries.setQueryData<Digest>(key, (digest) => digest && withItem(digest, changed));
    void othersAgain();
    return changed.item;
  };
  /** The version that the cache holds now: a change that follows another at once builds on its result. */
  const version = () => queries.getQueryData<Digest>(key)?.version ?? 0;
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: [...DIGESTS_KEY, id] }), [queries, id]);

  return {
    query,
    refresh,
    change: (change: Omit<Body<'/api/v1/digests/{id}', 'patch'>, 'version'>) =>
      keep(api.patch('/api/v1/digests/{id}', { path, body: { ...change, version: version() } })),
    add: (submissions: Body<'/api/v1/digests/{id}/items', 'post'>['submissions'], sectionId: string | undefined) =>
      keep(
        api.post('/api/v1/digests/{id}/items', {
          path,
          body: { version: version(), submissions, ...(sectionId && { sectionId }) },
        }),
      ),
    remove: (item: Pick<DigestItem, 'id'>) =>
      keep(
        api.delete('/api/v1/digests/{id}/items/{itemId}', {
          path: { id, itemId: item.id },
          query: { version: version() },
        }),
      ),
    summarise: (item: Pick<DigestItem, 'id' | 'version'>, summary: string | null) =>
      keepItem(
        api.patch('/api/v1/digests/{id}/items/{itemId}', {
          path: { id, itemId: item.id },
          body: { version: item.version, summary },
        }),
      ),
    arrange: (arrangement: Arrangement) =>
      keep(
        api.put('/api/v1/digests/{id}/arrangement', {
          path,
          body: {
            version: version(),
            itemIds: [...(arrangement.find((section) => section.key === UNNAMED)?.itemIds ?? [])],
            sections: arrangement
              .filter((section) => section.key !== UNNAMED)
              .map((section) => ({
                ...(section.id && { id: section.id }),
                title: section.title,
                itemIds: [...section.itemIds],
              })),
          },
        }),
      ),
    submit: () => keep(api.post('/api/v1/digests/{id}/submit', { path, body: { version: version() } })),
    recall: () => keep(api.post('/api/v1/digests/{id}/recall', { path, body: { version: version() } })),
    discard: async () => {
      await attempt(api.delete('/api/v1/digests/{id}', { path, query: { version: version() } }));
      await othersAgain();
    },
    decide: (item: Pick<DigestItem, 'id' | 'version'>, body: DecisionBody) =>
      keepItem(
        api.put('/api/v1/digests/{id}/items/{itemId}/decision', {
          path: { id, itemId: item.id },
          body: { ...body, version: item.version },
        }),
      ),
    correct: (item: Pick<DigestItem, 'id' | 'version'>, body: DecisionBody, correctionReason: string) =>
      keepItem(
        api.post('/api/v1/digests/{id}/items/{itemId}/correction', {
          path: { id, itemId: item.id },
          body: { ...body, correctionReason, version: item.version },
        }),
      ),
    signOff: (item: Pick<DigestItem, 'id' | 'version'>) =>
      keepItem(
        api.post('/api/v1/digests/{id}/items/{itemId}/sign-off', {
          path: { id, itemId: item.id },
          body: { version: item.version },
        }),
      ),
    signOffAll: () => keep(api.post('/api/v1/digests/{id}/sign-off', { path, body: { version: version() } })),
  };
}

/** What {@link useDigest} gives; parts of the pages take it whole. */
export type DigestWork = ReturnType<typeof useDigest>;
