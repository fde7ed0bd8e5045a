import { OPINION_KINDS, OPINION_STATES, type OpinionKind, type OpinionState } from '@lianxin/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import type { OpinionSummary } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { OPINIONS_KEY } from '../parts/upward-keys';

type Role = OpinionSummary['role'];

/** What of the own opinions is shown. */
export interface OpinionsFilter {
  readonly role: Role;
  readonly state: OpinionState | undefined;
  readonly kind: OpinionKind | undefined;
  readonly words: string;
}

/** A filter as it stands in an address; what is not known there is left open. */
export function filterOf(params: Readonly<Record<string, string | undefined>>): OpinionsFilter {
  return {
    role: params.role === 'cosigner' ? 'cosigner' : 'author',
    state: OPINION_STATES.find((state) => state === params.state),
    kind: OPINION_KINDS.find((kind) => kind === params.kind),
    words: '',
  };
}

/** The own opinions and those one is asked to sign, and what of them is shown. */
export function useOpinions(initial: OpinionsFilter) {
  const [filter, setFilter] = useState(initial);
  const query = useDebounced(filter.words.trim());
  const asked = { role: filter.role, state: filter.state, kind: filter.kind, query };
  const list = useInfiniteList<OpinionSummary>({
    queryKey: [...OPINIONS_KEY, 'list', asked],
    load: (cursor, signal) => api.get('/api/v1/opinions', { query: { ...asked, cursor }, signal }),
  });
  return {
    filter,
    change: (change: Partial<OpinionsFilter>) => setFilter((now) => ({ ...now, ...change })),
    list,
    /** Something narrows the list, so that an empty one does not mean that there is nothing. */
    narrowed: query !== '' || filter.state !== undefined || filter.kind !== undefined,
  };
}
