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
import { OPINION_KEYS } from './OpinionActions';
import { OpinionDesk } from './OpinionDesk';

/** One opinion at the desk. */
export default function OpinionPage() {
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
      title="意见建议"
      url="/office/opinion/index"
      actions={
        <Space>
          <Button onClick={goBack}>返回</Button>
          {wide && <KeyHelp keys={[...OPINION_KEYS, ...own]} open={helping} onOpen={setHelping} />}
        </Space>
      }
    >
      {id ? <OpinionDesk id={id} /> : <Empty kind="error" title="没有这件意见" text="请从意见受理打开。" />}
    </DeskShell>
  );
}
