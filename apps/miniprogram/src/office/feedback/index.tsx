import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { RelayBoardRow } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Notice } from '@/components/Notice';
import { useListGestures } from '@/hooks/useInfiniteList';
import { DeskPage } from '../parts/DeskPage';
import { FeedbackCards } from './FeedbackCards';
import { relayInWords, remindedInWords } from './relay-words';
import {
  BOARD_SIDE_LABELS,
  type BoardSide,
  RELAY_BOX_LABELS,
  type RelayBox,
  useBoardSides,
  useFeedbackBoard,
  useRelayBoard,
} from './useFeedbackBoard';

function Digests({ box }: { readonly box: 'waiting' | 'sent' }) {
  const list = useFeedbackBoard(box);
  useListGestures(list);
  return <FeedbackCards list={list} box={box} />;
}

function Relays() {
  const { list, box, setBox, remind } = useRelayBoard();
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'bad'; readonly words: string }>();
  useListGestures(list);
  const send = async (row: RelayBoardRow) => {
    try {
      await remind(row);
      setSaid({ tone: 'good', words: `已经提醒${row.memberName}委员。` });
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) });
    }
  };
  return (
    <View className="lx-stack">
      <ChoiceList<RelayBox>
        label="显示哪些"
        choices={(['all', 'due', 'overdue'] as const).map((value) => ({ value, label: RELAY_BOX_LABELS[value] }))}
        value={box}
        onChange={setBox}
      />
      {said && (
        <Notice tone={said.tone} urgent>
          {said.words}
        </Notice>
      )}
      <InfiniteListView
        list={list}
        keyOf={(row) => row.id}
        label="待转告"
        empty={<Empty title="没有等着转告的" text="委员们都已经把结果告诉了群众。" />}
      >
        {(row) => (
          <View className="lx-card">
            <View>{row.opinion.title}</View>
            <View className="lx-soft lx-small">{`${row.memberName}委员（${row.sectorName}） · ${relayInWords(row)}`}</View>
            <View className="lx-row">
              <DeadlineTag state={row.deadline} dueAt={row.due} />
              <View className="lx-soft lx-small">{remindedInWords(row)}</View>
              {row.allowedActions.includes('remind') && (
                <Button size="small" label={`提醒${row.memberName}委员`} onTap={() => void send(row)}>
                  提醒
                </Button>
              )}
            </View>
          </View>
        )}
      </InfiniteListView>
    </View>
  );
}

function Board() {
  const sides = useBoardSides();
  const [chosen, setChosen] = useState<BoardSide>();
  const shown = chosen ?? sides[0];
  return (
    <View className="lx-stack">
      {sides.length > 1 && (
        <ChoiceList<BoardSide>
          label="看哪一边"
          choices={sides.map((value) => ({ value, label: BOARD_SIDE_LABELS[value] }))}
          value={shown}
          onChange={setChosen}
        />
      )}
      {shown === 'relays' ? <Relays /> : <Digests key={shown} box={shown ?? 'waiting'} />}
    </View>
  );
}

/** What was decided and not told to the members yet, and what they have not told the constituents (Art. 19). */
export default function FeedbackBoardPage() {
  return (
    <DeskPage title="反馈与转告" url="/office/feedback/index">
      <Board />
    </DeskPage>
  );
}
