import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/api/client';
import type { RelaySummary } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Page } from '@/components/Page';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { formatDay } from '@/format/dates';
import { useInfiniteList, useListGestures } from '@/hooks/useInfiniteList';
import { relayUrl } from '@/navigation/member';
import { RequireMember } from '../parts/RequireMember';
import { RoleTabs } from '../parts/RoleTabs';
import { RelayStateTag } from '../parts/UpwardTags';
import { RELAYS_KEY } from '../parts/upward-keys';
import '../parts/upward.scss';

const TABS = [
  { value: 'waiting', label: '待转告' },
  { value: 'sent', label: '已转告' },
] as const;
type Tab = (typeof TABS)[number]['value'];

function RelayCard({ relay }: { readonly relay: RelaySummary }) {
  const to = relay.letter ? `告诉${relay.letter.writerName}` : '转告';
  return (
    <Tappable className="lx-card" href={relayUrl(relay.id)}>
      <View className="upward__title">{relay.letter?.title ?? relay.opinion.title}</View>
      <View className="upward__tags">
        <RelayStateTag state={relay.state} />
        {relay.state !== 'sent' && <DeadlineTag state={relay.deadline} dueAt={relay.due} />}
        <Tag>{relay.purpose === 'follow_up' ? '办理进展' : relay.outcomeLabel}</Tag>
      </View>
      <View className="lx-soft lx-small">
        {[to, relay.opinion.title, relay.sentAt && formatDay(relay.sentAt)].filter(Boolean).join(' · ')}
      </View>
    </Tappable>
  );
}

function Relays() {
  const queries = useQueryClient();
  const [tab, setTab] = useState<Tab>('waiting');
  const list = useInfiniteList<RelaySummary>({
    queryKey: [...RELAYS_KEY, 'list', tab],
    load: (cursor, signal) =>
      api.get('/api/v1/relays', { query: { state: tab === 'sent' ? 'sent' : undefined, cursor }, signal }),
  });
  useListGestures(list);
  useDidShow(() => void queries.invalidateQueries({ queryKey: RELAYS_KEY }));
  return (
    <View className="lx-stack">
      <RoleTabs label="哪些转告" tabs={TABS} value={tab} onChange={setTab} />
      <InfiniteListView
        list={list}
        keyOf={(relay) => relay.id}
        label={tab === 'sent' ? '已转告' : '待转告'}
        empty={
          tab === 'sent' ? (
            <Empty title="还没有转告过" text="转告发出以后会在这里。" />
          ) : (
            <Empty title="没有要转告的" text="意见有了结果，会在这里拟好话，请您告诉写信的人。" />
          )
        }
      >
        {(relay) => <RelayCard relay={relay} />}
      </InfiniteListView>
    </View>
  );
}

/** The people who wrote and still have to be told what became of it (Art. 19). */
export default function RelaysPage() {
  return (
    <Page title="转告群众">
      <RequireMember>{() => <Relays />}</RequireMember>
    </Page>
  );
}
