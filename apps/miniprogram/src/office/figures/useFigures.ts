import type { LoopDimension, LoopStep } from '@lianxin/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import type { LoopLetter } from '@/api/types';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { type LoopFilter, type LoopSelection, selectionOf } from './loop';

const KEY = ['loop-figures'] as const;

/** How far letters come in the loop: the figures, their split, and the letters behind any of them. */
export function useFigures() {
  const [filter, setFilter] = useState<LoopFilter>({});
  const [by, setBy] = useState<LoopDimension>('sector');
  const [selection, select] = useState<LoopSelection>();
  const figures = useQuery({
    queryKey: [...KEY, filter],
    queryFn: ({ signal }) => api.get('/api/v1/loop-figures', { query: filter, signal }),
    placeholderData: keepPreviousData,
  });
  const parts = useQuery({
    queryKey: [...KEY, 'parts', by, filter],
    queryFn: async ({ signal }) =>
      (await api.get('/api/v1/loop-figures/breakdown', { query: { ...filter, by }, signal })).items,
  });
  return {
    filter,
    setFilter,
    by,
    setBy,
    figures,
    parts,
    selection,
    close: () => select(undefined),
    open: (step: LoopStep) => select({ ...filter, step }),
    openPart: (key: string, step: LoopStep) => select(selectionOf(filter, by, key, step)),
    openMonth: (month: string, step: LoopStep) => select(selectionOf(filter, 'month', month, step)),
  };
}

/** The letters behind a figure, those delivered last first. */
export function useLoopLetters(selection: LoopSelection) {
  return useInfiniteList<LoopLetter>({
    queryKey: [...KEY, 'letters', selection],
    load: (cursor, signal) => api.get('/api/v1/loop-figures/letters', { query: { ...selection, cursor }, signal }),
  });
}
