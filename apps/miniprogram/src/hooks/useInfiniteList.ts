import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useCallback, useMemo } from 'react';

/** One page of a keyset list, as the API answers it. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string | null;
}

/** A list that loads on: what it holds and where it stands. */
export interface InfiniteList<T> {
  readonly items: readonly T[];
  readonly status: 'loading' | 'error' | 'ready';
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  /** Loading on failed; what is there stays. */
  readonly moreFailed: boolean;
  readonly refreshing: boolean;
  readonly loadMore: () => void;
  readonly refresh: () => Promise<void>;
}

interface Options<T> {
  readonly queryKey: QueryKey;
  readonly load: (cursor: string | undefined, signal: AbortSignal) => Promise<ListPage<T>>;
  readonly enabled?: boolean;
}

/** A keyset list of the API, page by page. */
export function useInfiniteList<T>({ queryKey, load, enabled = true }: Options<T>): InfiniteList<T> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => [...page.items]) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const refresh = useCallback(async () => {
    await refetch();
  }, [refetch]);
  return {
    items,
    status: data ? 'ready' : query.isError ? 'error' : 'loading',
    error: query.error,
    hasMore: hasNextPage,
    loadingMore: isFetchingNextPage,
    moreFailed: query.isFetchNextPageError,
    refreshing: query.isRefetching && !isFetchingNextPage,
    loadMore,
    refresh,
  };
}

/** Binds the page's own gestures to a list: pulling refreshes it (`enablePullDownRefresh` in the page's config), the end loads on. */
export function useListGestures(list: Pick<InfiniteList<unknown>, 'loadMore' | 'refresh'>): void {
  usePullDownRefresh(() => {
    void list.refresh().finally(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(list.loadMore);
}
