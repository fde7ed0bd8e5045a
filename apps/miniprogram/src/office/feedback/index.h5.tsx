import { useRouter } from '@tarojs/taro';
import { Tabs } from 'antd';
import { useState } from 'react';
import { DeskShell } from '../DeskShell';
import { FeedbackCards } from './FeedbackCards';
import { RelayTable } from './RelayTable';
import { BOARD_SIDE_LABELS, type BoardSide, useBoardSides, useFeedbackBoard } from './useFeedbackBoard';

function Digests({ box }: { readonly box: 'waiting' | 'sent' }) {
  return <FeedbackCards list={useFeedbackBoard(box)} box={box} />;
}

function Board() {
  const sides = useBoardSides();
  const { side } = useRouter<{ side?: BoardSide }>().params;
  const [chosen, setChosen] = useState(side);
  const shown = chosen && sides.includes(chosen) ? chosen : sides[0];
  return (
    <>
      {sides.length > 1 && (
        <Tabs
          activeKey={shown}
          onChange={(key) => setChosen(key as BoardSide)}
          items={sides.map((key) => ({ key, label: BOARD_SIDE_LABELS[key] }))}
        />
      )}
      {shown === 'relays' ? <RelayTable /> : <Digests key={shown} box={shown ?? 'waiting'} />}
    </>
  );
}

/** What was decided and not told to the members yet, and what they have not told the constituents (Art. 19). */
export default function FeedbackBoardPage() {
  return (
    <DeskShell title="反馈与转告" url="/office/feedback/index">
      <Board />
    </DeskShell>
  );
}
