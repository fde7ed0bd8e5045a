import { Button } from 'antd';
import type { InfiniteList } from '@/hooks/useInfiniteList';

interface MoreRowsProps {
  readonly list: Pick<InfiniteList<unknown>, 'hasMore' | 'loadingMore' | 'moreFailed' | 'loadMore' | 'items'>;
}

/** Below a table that loads on: how many rows are there, and the way to more. */
export function MoreRows({ list }: MoreRowsProps) {
  if (list.items.length === 0) return null;
  return (
    <div className="desk-more">
      {list.hasMore ? (
        <Button loading={list.loadingMore} onClick={list.loadMore}>
          {list.moreFailed ? '没有加载成功，点这里再试' : `已显示 ${list.items.length} 条，加载更多`}
        </Button>
      ) : (
        `共 ${list.items.length} 条`
      )}
    </div>
  );
}
