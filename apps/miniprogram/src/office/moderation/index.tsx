import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ModerationItem } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { useListGestures } from '@/hooks/useInfiniteList';
import { DeskPage } from '../parts/DeskPage';
import { DecisionDialogs } from './DecisionDialogs';
import { ModerationText } from './ModerationText';
import { type ModerationShown, useModeration } from './useModeration';

function Moderation() {
  const { list, shown, setShown, decide } = useModeration();
  const [asking, setAsking] = useState<{ item: ModerationItem; decision: 'pass' | 'withhold' }>();
  useListGestures(list);
  return (
    <View className="lx-stack">
      <ChoiceList<ModerationShown>
        label="显示哪些"
        choices={[
          { value: 'open', label: '等待审核' },
          { value: 'decided', label: '已经审核' },
        ]}
        value={shown}
        onChange={setShown}
      />
      <InfiniteListView
        list={list}
        keyOf={(item) => item.id}
        label="审核队列"
        empty={<Empty title={shown === 'open' ? '没有等待审核的内容' : '还没有审核过'} />}
      >
        {(item) => (
          <View className="lx-card">
            <ModerationText item={item} />
            {item.state === 'open' && (
              <View className="lx-row">
                <Button kind="primary" onTap={() => setAsking({ item, decision: 'pass' })}>
                  通过
                </Button>
                <Button kind="danger" onTap={() => setAsking({ item, decision: 'withhold' })}>
                  拦下
                </Button>
              </View>
            )}
          </View>
        )}
      </InfiniteListView>
      {asking && (
        <DecisionDialogs
          item={asking.item}
          asking={asking.decision}
          decide={decide}
          onClose={() => setAsking(undefined)}
        />
      )}
    </View>
  );
}

/** The office decides on what could not be checked, was reported or appealed. */
export default function ModerationPage() {
  return (
    <DeskPage title="内容审核" url="/office/moderation/index">
      <Moderation />
    </DeskPage>
  );
}
