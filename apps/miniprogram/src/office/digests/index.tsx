import { DIGEST_STATE_LABELS, DIGEST_STATES, type DigestState } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { SheetSelect } from '@/components/SheetSelect';
import { TextField } from '@/components/TextField';
import { useListGestures } from '@/hooks/useInfiniteList';
import { useSession } from '@/hooks/useSession';
import { openPage } from '@/navigation';
import { deskRoleOf } from '../DeskShell/desks';
import { DeskPage } from '../parts/DeskPage';
import { DigestCards } from './DigestCards';
import { NewDigestDialog } from './NewDigestDialog';
import { digestUrl, useDigests } from './useDigests';

function Digests() {
  const { list, state, setState, words, setWords, create } = useDigests();
  const { roles, role } = useSession();
  const [asking, setAsking] = useState(false);
  useListGestures(list);
  return (
    <View className="lx-stack">
      {deskRoleOf(roles, role) === 'office' && (
        <Button kind="primary" block onTap={() => setAsking(true)}>
          新建汇总
        </Button>
      )}
      <TextField
        id="digest-search"
        kind="search"
        label="搜索汇总"
        placeholder="搜索会议、标题、编号"
        value={words}
        onChange={setWords}
      />
      <SheetSelect
        label="状态"
        noneWord="全部状态"
        choices={DIGEST_STATES.map((value) => ({ value, label: DIGEST_STATE_LABELS[value] }))}
        value={state}
        onChange={(value) => setState(value as DigestState | undefined)}
      />
      <DigestCards list={list} urlOf={digestUrl} />
      <NewDigestDialog
        open={asking}
        create={create}
        onCreated={(digest) => openPage(digestUrl(digest.id))}
        onClose={() => setAsking(false)}
      />
    </View>
  );
}

/** The digests for chairpersons' meetings, this year's and earlier ones (Art. 19, 22). */
export default function DigestsPage() {
  return (
    <DeskPage title="汇总报送" url="/office/digests/index">
      <Digests />
    </DeskPage>
  );
}
