import { LIMITS } from '@lianxin/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import type { Notice as NoticeItem } from '@/api/types';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { RequireSession } from '@/components/RequireSession';
import { Tappable } from '@/components/Tappable';
import { formatMoment } from '@/format/dates';
import { useInfiniteList, useListGestures } from '@/hooks/useInfiniteList';
import { noticeUrl } from '@/navigation/notices';
import { accessible } from '@/theme/accessible';
import './index.scss';

function NoticeCard({ notice, onRead }: { readonly notice: NoticeItem; readonly onRead: () => void }) {
  const unread = notice.readAt === null;
  return (
    <Tappable
      className="lx-card notices__notice"
      href={noticeUrl(notice)}
      onTap={unread ? onRead : undefined}
      label={`${unread ? '未读，' : ''}${notice.title}，${notice.text}，${formatMoment(notice.at)}`}
    >
      <View className="notices__head">
        <View className={unread ? 'notices__title notices__title--unread' : 'notices__title'}>{notice.title}</View>
        {unread && (
          <View className="notices__unread" {...accessible({ hidden: true })}>
            未读
          </View>
        )}
      </View>
      <View>{notice.text}</View>
      <View className="lx-soft lx-small">{formatMoment(notice.at)}</View>
    </Tappable>
  );
}

function Notices() {
  const queries = useQueryClient();
  const list = useInfiniteList({
    queryKey: ['notices', 'list'],
    load: (cursor, signal) => api.get('/api/v1/notices', { query: { cursor, limit: LIMITS.pageSize }, signal }),
  });
  useListGestures(list);
  const reload = () => queries.invalidateQueries({ queryKey: ['notices'] });
  const read = useMutation({
    mutationFn: (id: string) => api.post('/api/v1/notices/{id}/read', { path: { id } }),
    onSuccess: reload,
  });
  const readAll = useMutation({ mutationFn: () => api.post('/api/v1/notices/read-all'), onSuccess: reload });
  const anyUnread = list.items.some((notice) => notice.readAt === null);
  return (
    <View className="lx-stack">
      {readAll.isError && (
        <Notice tone="bad" urgent>
          {sentenceOf(readAll.error)}
        </Notice>
      )}
      {anyUnread && (
        <View className="notices__all">
          <Button size="small" busy={readAll.isPending} onTap={() => readAll.mutate()}>
            全部标为已读
          </Button>
        </View>
      )}
      <InfiniteListView
        list={list}
        keyOf={(notice) => notice.id}
        label="消息"
        empty={<Empty title="还没有消息" text="来信有了进展，会在这里告诉您。" />}
      >
        {(notice) => <NoticeCard notice={notice} onRead={() => read.mutate(notice.id)} />}
      </InfiniteListView>
    </View>
  );
}

/** What has happened, newest first; each leads to its letter. */
export default function NoticesPage() {
  return (
    <Page title="消息" tab="notices">
      <RequireSession why="登录后，来信的进展会在这里告诉您。">{() => <Notices />}</RequireSession>
    </Page>
  );
}
