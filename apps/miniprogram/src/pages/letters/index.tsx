import { LIMITS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { LetterCard } from '@/components/LetterCard';
import { Page } from '@/components/Page';
import { RequireSession } from '@/components/RequireSession';
import { TwoPane } from '@/components/TwoPane';
import { WaitingLetter } from '@/components/WaitingLetter';
import { useInfiniteList, useListGestures } from '@/hooks/useInfiniteList';
import { useWide } from '@/hooks/useWide';
import { letterUrl, writeUrl } from '@/navigation/letters';
import { LetterView } from '../letter/LetterView';
import './index.scss';

function Letters() {
  const wide = useWide();
  const [selected, setSelected] = useState<string>();
  const letters = useInfiniteList({
    queryKey: ['letters', 'own'],
    load: (cursor, signal) => api.get('/api/v1/letters', { query: { cursor, limit: LIMITS.pageSize }, signal }),
  });
  useListGestures(letters);
  const shown = selected ?? letters.items[0]?.id;
  const list = (
    <View className="lx-stack">
      <WaitingLetter />
      {letters.items.length > 0 && (
        <View className="letters__write">
          <Button block kind="primary" href={writeUrl()}>
            写一封新信
          </Button>
        </View>
      )}
      <InfiniteListView
        list={letters}
        keyOf={(letter) => letter.id}
        label="我的来信"
        empty={
          <Empty title="您还没有写过信" text="有困难、有建议，都可以写信告诉委员。">
            <Button kind="primary" href={writeUrl()}>
              写第一封信
            </Button>
          </Empty>
        }
      >
        {(letter) => (
          <LetterCard
            letter={letter}
            href={wide ? undefined : letterUrl(letter.id)}
            onTap={wide ? () => setSelected(letter.id) : undefined}
            selected={wide && letter.id === shown}
          />
        )}
      </InfiniteListView>
    </View>
  );
  return <TwoPane list={list} detail={shown && <LetterView key={shown} id={shown} />} />;
}

/** My letters, those that moved last on top. */
export default function LettersPage() {
  return (
    <Page title="我的来信" tab="letters" wide>
      <RequireSession why="登录后可以查看您写的信和委员的答复。">{() => <Letters />}</RequireSession>
    </Page>
  );
}
