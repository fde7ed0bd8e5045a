import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { InfiniteList } from '@/hooks/useInfiniteList';

interface MoreRowsProps {
  readonly list: Pick<InfiniteList<unknown>, 'hasMore' | 'loadingMore' | 'moreFailed' | 'loadMore' | 'items'>;
}

/** Begins to load while the end is still so many pixels below the screen, so that nobody waits for it. */
const AHEAD = 400;

/** Below a table that loads on: by scrolling, or by the button for those who go by keyboard or after a failure. */
export function MoreRows({ list }: MoreRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  const { hasMore, loadingMore, moreFailed, loadMore, items } = list;
  useEffect(() => {
    if (!end.current || !hasMore || loadingMore || moreFailed) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && loadMore(),
      {
        rootMargin: `${AHEAD}px`,
      },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, loadingMore, moreFailed, loadMore]);
  if (items.length === 0) return null;
  return (
    <div className="desk-more" ref={end}>
      {hasMore ? (
        <Button loading={loadingMore} onClick={loadMore}>
          {moreFailed ? '没有加载成功，点这里再试' : `已显示 ${items.length} 条，加载更多`}
        </Button>
      ) : (
        `共 ${items.length} 条`
      )}
    </div>
  );
}
