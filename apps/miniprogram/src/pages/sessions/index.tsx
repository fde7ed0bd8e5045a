import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import type { OwnSession } from '@/api/types';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { RequireSession } from '@/components/RequireSession';
import { Tag } from '@/components/Tag';
import { formatMoment } from '@/format/dates';
import './index.scss';

const QUERY_KEY = ['sessions'] as const;

function SessionCard({ session }: { readonly session: OwnSession }) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.delete('/api/v1/me/sessions/{id}', { path: { id: session.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEY }),
  });
  return (
    <View className="lx-card">
      <View className="sessions__head">
        <View className="sessions__device">{session.device}</View>
        {session.current && <Tag tone="good">这台设备</Tag>}
      </View>
      <View className="lx-soft lx-small">{`登录于 ${formatMoment(session.createdAt)}`}</View>
      <View className="lx-soft lx-small">{`最近使用 ${formatMoment(session.lastSeenAt)}`}</View>
      {!session.current && (
        <View className="sessions__action">
          <Button kind="danger" busy={end.isPending} label={`在 ${session.device} 退出`} onTap={() => end.mutate()}>
            在那里退出
          </Button>
        </View>
      )}
      {end.isError && (
        <Notice tone="bad" urgent>
          {sentenceOf(end.error)}
        </Notice>
      )}
    </View>
  );
}

function SessionList() {
  const query = useQuery({
    queryKey: QUERY_KEY,
    queryFn: ({ signal }) => api.get('/api/v1/me/sessions', { signal }),
  });
  return (
    <QueryView query={query}>
      {({ items }) => (
        <View className="lx-stack">
          <Notice>如果有不认识的设备，请点“在那里退出”。</Notice>
          {items.map((session) => (
            <SessionCard key={session.id} session={session} />
          ))}
        </View>
      )}
    </QueryView>
  );
}

/** Where this account is signed in, and signing out there. */
export default function SessionsPage() {
  return (
    <Page title="登录的设备">
      <RequireSession why="登录后可以查看账号在哪些设备上登录。">{() => <SessionList />}</RequireSession>
    </Page>
  );
}
