import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SectorVoice } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { DeskKey } from '../parts/desk-keys';
import { useDeskKeys } from '../parts/useDeskKeys';
import type { useVoice } from './useVoice';

type Asked = 'circulate' | 'recall' | 'submit' | 'withdraw' | 'accept' | 'return';

interface VoiceActionsProps {
  readonly voice: SectorVoice;
  readonly act: Pick<
    ReturnType<typeof useVoice>,
    'circulate' | 'recall' | 'submit' | 'withdraw' | 'accept' | 'giveBack'
  >;
  /** What was typed is on the server; only then can it be sent on. */
  readonly settled: boolean;
  readonly onDone: (words: string) => void;
}

/** The keys that a voice has for the office. */
export const VOICE_KEYS: readonly Omit<DeskKey, 'run'>[] = [
  { key: 'a', words: '采集这件' },
  { key: 'r', words: '退回修改' },
];
const ASKED: Readonly<Record<string, Asked>> = { a: 'accept', r: 'return' };

/** What is done with a sector voice; each step asks once more and says what it means for the contributors. */
export function VoiceActions({ voice, act, settled, onDone }: VoiceActionsProps) {
  const [asked, ask] = useState<Asked>();
  const may = (action: Asked) => voice.allowedActions.includes(action);
  useDeskKeys(
    VOICE_KEYS.map(({ key, words }) => ({
      key,
      words,
      run: () => {
        const action = ASKED[key];
        if (action && may(action)) ask(action);
      },
    })),
  );
  const dialog = { onClose: () => ask(undefined) };
  const then = (change: () => Promise<unknown>, words: string) => async () => {
    await change();
    onDone(words);
  };
  return (
    <View className="lx-row">
      {may('circulate') && (
        <Button kind="primary" disabled={!settled} onTap={() => ask('circulate')}>
          发给署名委员征求意见
        </Button>
      )}
      {may('submit') && (
        <Button kind="primary" onTap={() => ask('submit')}>
          提交给办公室
        </Button>
      )}
      {may('accept') && (
        <Button kind="primary" onTap={() => ask('accept')}>
          采集
        </Button>
      )}
      {may('return') && <Button onTap={() => ask('return')}>退回修改</Button>}
      {may('recall') && <Button onTap={() => ask('recall')}>收回修改</Button>}
      {may('withdraw') && (
        <Button kind="plain" onTap={() => ask('withdraw')}>
          放弃这份集体声音
        </Button>
      )}
      <ConfirmDialog
        open={asked === 'circulate'}
        title="发给署名委员征求意见？"
        confirmWord="发出"
        onConfirm={then(act.circulate, '已发给署名委员，他们可以同意或提出不同意见。')}
        {...dialog}
      >
        {`${voice.contributors.length} 位署名委员会看到全文，可以同意，也可以提出不同意见。有人不同意时要先收回修改。`}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'submit'}
        title="提交给办公室？"
        confirmWord="提交"
        onConfirm={then(act.submit, '已提交给政协办公室。')}
        {...dialog}
      >
        提交后不能再改。以后的结果会告诉每一位署名委员和每一位写信的群众。
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'recall'}
        title="收回修改？"
        confirmWord="收回"
        onConfirm={then(act.recall, '已经收回，改好后再发给大家。')}
        {...dialog}
      >
        收回后可以改文字和意见；再发出时，每位署名委员都要重新看一遍。
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'withdraw'}
        title="放弃这份集体声音？"
        confirmWord="放弃"
        danger
        onConfirm={then(act.withdraw, '已经放弃，里面的意见又是单独的了。')}
        {...dialog}
      >
        里面的意见会重新成为单独的一件件，来源都不变。
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'accept'}
        title="采集这份集体声音？"
        confirmWord="采集"
        onConfirm={then(act.accept, '已经采集并编号。')}
        {...dialog}
      >
        采集后会编号，并通知召集人和署名委员；之后可以列入汇总报送。
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'return'}
        title="退回修改"
        confirmWord="退回"
        reason={{ label: '退回的理由', hint: '召集人会看到，请写清楚要改什么' }}
        onConfirm={async (reason) => {
          await act.giveBack(reason);
          onDone('已经退回，理由已告诉召集人。');
        }}
        {...dialog}
      />
    </View>
  );
}
