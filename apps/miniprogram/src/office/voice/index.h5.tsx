import { useRouter } from '@tarojs/taro';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { Empty } from '@/components/Empty';
import { useWide } from '@/hooks/useWide';
import { goBack } from '@/navigation';
import { DeskShell } from '../DeskShell';
import type { DeskKey } from '../parts/desk-keys';
import { KeyHelp } from '../parts/KeyHelp';
import { useDeskKeys } from '../parts/useDeskKeys';
import { VOICE_KEYS } from './VoiceActions';
import { VoiceDesk } from './VoiceDesk';

/** One sector voice. */
export default function VoicePage() {
  const { id } = useRouter().params;
  const wide = useWide();
  const [helping, setHelping] = useState(false);
  const own: readonly DeskKey[] = [
    { key: 'Escape', words: '回到上一页', run: goBack },
    { key: '?', words: '看这张表', run: () => setHelping(true) },
  ];
  useDeskKeys(own);
  return (
    <DeskShell
      title="界别集体声音"
      url="/office/voice/index"
      actions={
        <Space>
          <Button onClick={goBack}>返回</Button>
          {wide && <KeyHelp keys={[...VOICE_KEYS, ...own]} open={helping} onOpen={setHelping} />}
        </Space>
      }
    >
      {id ? <VoiceDesk id={id} /> : <Empty kind="error" title="没有这份集体声音" text="请从界别意见或意见受理打开。" />}
    </DeskShell>
  );
}
