import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import type { IntakeItem } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { toggled } from '../parts/selection';
import { SUBMISSIONS_KEY } from '../parts/submissions';
import { type IntakeFilter, readFilter } from './filter';
import { type Position, positionOf, standingOn, stepFrom } from './position';

/** Rows read at a time: about two screens of a wide desk. */
const PAGE = 50;
/** Milliseconds between two looks at who is where; the list follows what colleagues do meanwhile. */
const LOOK_AGAIN = 60_000;

/** How many submissions lie in each box of the own desk's queue. */
export function useIntakeCounts(enabled = true) {
  return useQuery({
    queryKey: [...SUBMISSIONS_KEY, 'intake-counts'],
    queryFn: ({ signal }) => api.get('/api/v1/desk/intake/counts', { signal }),
    refetchInterval: LOOK_AGAIN,
    enabled,
  });
}

/** The queue of the own desk: what is shown, which row one stands on, which are chosen, and what is done with them. */
export function useIntake(start: Readonly<Record<string, string | undefined>>) {
  const queries = useQueryClient();
  const [filter, show] = useState<IntakeFilter>(() => readFilter(start));
  const [position, setPosition] = useState<Position<IntakeItem>>();
  const [chosenIds, choose] = useState<readonly string[]>([]);
  const query = useDebounced(filter.query?.trim() ?? '');
  const asked = { ...filter, query };
  const list = useInfiniteList<IntakeItem>({
    queryKey: [...SUBMISSIONS_KEY, 'intake', asked],
    load: (cursor, signal) => api.get('/api/v1/desk/intake', { query: { ...asked, cursor, limit: PAGE }, signal }),
  });
  const again = () => queries.invalidateQueries({ queryKey: SUBMISSIONS_KEY });
  const setFilter = (next: IntakeFilter) => {
    show(next);
    choose([]);
    setPosition(undefined);
  };

  /** Gives one thing to a colleague, or to nobody. */
  const assign = ({ kind, id, version }: IntakeItem, accountId: string | null) =>
    api.put('/api/v1/desk/submissions/{kind}/{id}/assignee', { path: { kind, id }, body: { accountId, version } });
  /** Gives several things to a colleague, one after the other. @returns how many could not be given */
  const assignAll = async (items: readonly IntakeItem[], accountId: string | null): Promise<number> => {
    let failed = 0;
    for (const item of items) await assign(item, accountId).catch(() => failed++);
    await again();
    return failed;
  };
  /** Takes a thing in; it gets its number. */
  const accept = ({ kind, id, version }: IntakeItem) => {
    const call = { path: { id }, body: { version } };
    const answer =
      kind === 'opinion'
        ? api.post('/api/v1/opinions/{id}/accept', call)
        : api.post('/api/v1/sector-voices/{id}/accept', call);
    return answer.finally(again);
  };
  return {
    filter,
    asked,
    setFilter,
    list,
    counts: useIntakeCounts(),
    /** It stays in sight when it leaves the list, because it was accepted or returned. */
    current: standingOn(list.items, position),
    stand: (item: IntakeItem) => setPosition(positionOf(list.items, item)),
    move: (step: 1 | -1) => setPosition(stepFrom(list.items, position, step)),
    chosen: list.items.filter((item) => chosenIds.includes(item.id)),
    choose,
    toggle: (id: string) => choose(toggled(chosenIds, id)),
    assign: (item: IntakeItem, accountId: string | null) => assign(item, accountId).finally(again),
    assignAll,
    accept,
  };
}
