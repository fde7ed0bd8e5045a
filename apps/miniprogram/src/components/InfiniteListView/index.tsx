import { View } from '@tarojs/components';
import { Fragment, type ReactNode } from 'react';
import type { InfiniteList } from '@/hooks/useInfiniteList';
import { accessible } from '@/theme/accessible';
import { Button } from '../Button';
import { ErrorState } from '../ErrorState';
import { Loading } from '../Loading';
import './index.scss';

interface InfiniteListViewProps<T> {
  readonly list: InfiniteList<T>;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
  /** Shown when there is nothing at all. */
  readonly empty: ReactNode;
  /** Name of the list for screen readers. */
  readonly label: string;
}

/** A keyset list on screen, with all its states. Loading on happens by scrolling, or by the button where that is hard. */
export function InfiniteListView<T>({ list, keyOf, children, empty, label }: InfiniteListViewProps<T>) {
  if (list.status === 'loading') return <Loading />;
  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  if (list.items.length === 0) return empty;
  return (
    <View className="lx-stack" {...accessible({ role: 'list', label })}>
      {list.items.map((item) => (
        <Fragment key={keyOf(item)}>{children(item)}</Fragment>
      ))}
      <View className="lx-list-end">
        {list.hasMore ? (
          <Button kind="plain" busy={list.loadingMore} onTap={list.loadMore}>
            {list.moreFailed ? '没有加载成功，点这里再试' : '加载更多'}
          </Button>
        ) : (
          '没有更多了'
        )}
      </View>
    </View>
  );
}
