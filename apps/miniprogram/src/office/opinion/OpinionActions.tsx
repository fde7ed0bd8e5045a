import { OPINION_DESK_LABELS, OPINION_DESKS, type OpinionDesk } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Opinion } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { SheetSelect } from '@/components/SheetSelect';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import type { DeskKey } from '../parts/desk-keys';
import { useDeskKeys } from '../parts/useDeskKeys';
import { MergeDialog } from './MergeDialog';
import type { useOpinion } from './useOpinion';

type Asked = 'accept' | 'return' | 'pass_on' | 'merge';

interface OpinionActionsProps {
  readonly opinion: Opinion;
  readonly desk: Pick<ReturnType<typeof useOpinion>, 'accept' | 'giveBack' | 'passOn' | 'mergeInto'>;
  readonly onDone: (words: string) => void;
}

/** The keys that an opinion has, for the help of the pages that show one. */
export const OPINION_KEYS: readonly Omit<DeskKey, 'run'>[] = [
  { key: 'a', words: '采集这件' },
  { key: 'r', words: '退回修改' },
  { key: 'p', words: '转到别的部门' },
  { key: 'g', words: '并入另一件' },
];
const ASKED: Readonly<Record<string, Asked>> = { a: 'accept', r: 'return', p: 'pass_on', g: 'merge' };

function PassOn({
  opinion,
  desk,
  open,
  onDone,
  onClose,
}: OpinionActionsProps & { open: boolean; onClose: () => void }) {
  const committees = useDirectoryUnits('committee');
  const [to, setTo] = useState<OpinionDesk>();
  const [committeeId, setCommitteeId] = useState<string>();
  const needsCommittee = to === 'special_committee';
  // A committee may pass on to another committee; the other desks exist once.
  const desks = OPINION_DESKS.filter((one) => one !== opinion.desk || one === 'special_committee');
  return (
    <ConfirmDialog
      open={open}
      title="转到别的部门"
      confirmWord="转送"
      incomplete={!to || (needsCommittee && !committeeId)}
      reason={{ label: '转送的原因', hint: '委员和接手的部门都会看到' }}
      onConfirm={async (reason) => {
        if (!to) return;
        await desk.passOn({ desk: to, deskUnitId: needsCommittee ? committeeId : undefined, reason });
        onDone(`已转给${OPINION_DESK_LABELS[to]}。`);
      }}
      onClose={onClose}
    >
      <View className="lx-stack">
        <ChoiceList
          label="转给谁"
          choices={desks.map((value) => ({
            value,
            label: OPINION_DESK_LABELS[value],
            hint: value === 'sector_group' ? `${opinion.sectorName}的召集人` : undefined,
          }))}
          value={to}
          onChange={setTo}
        />
        {needsCommittee && (
          <SheetSelect
            label="哪个专门委员会"
            noneWord="请选择"
            choices={committees
              .filter(({ id }) => id !== opinion.deskUnitId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={committeeId}
            onChange={setCommitteeId}
          />
        )}
      </View>
    </ConfirmDialog>
  );
}

/** What a desk does with an opinion: each asks once more; returning and passing on take a reason, which the member reads. */
export function OpinionActions(props: OpinionActionsProps) {
  const { opinion, desk, onDone } = props;
  const [asked, ask] = useState<Asked>();
  const may = (action: Asked) =>
    action === 'merge'
      ? opinion.viewers.includes('receiver') && ['submitted', 'accepted'].includes(opinion.state)
      : opinion.allowedActions.includes(action);
  useDeskKeys(
    OPINION_KEYS.map(({ key, words }) => ({
      key,
      words,
      run: () => {
        const action = ASKED[key];
        if (action && may(action)) ask(action);
      },
    })),
  );
  const close = () => ask(undefined);
  return (
    <View className="lx-row">
      {may('accept') && (
        <Button kind="primary" onTap={() => ask('accept')}>
          采集
        </Button>
      )}
      {may('return') && <Button onTap={() => ask('return')}>退回修改</Button>}
      {may('pass_on') && <Button onTap={() => ask('pass_on')}>转送</Button>}
      {may('merge') && <Button onTap={() => ask('merge')}>并入另一件</Button>}
      <ConfirmDialog
        open={asked === 'accept'}
        title="采集这件意见？"
        confirmWord="采集"
        onConfirm={async () => {
          await desk.accept();
          onDone('已经采集，编号已通知委员。');
        }}
        onClose={close}
      >
        采集后会编号，并通知委员；之后可以列入汇总报送。
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'return'}
        title="退回修改"
        confirmWord="退回"
        reason={{ label: '退回的理由', hint: '委员会看到，请写清楚要改什么' }}
        onConfirm={async (reason) => {
          await desk.giveBack(reason);
          onDone('已经退回，理由已告诉委员。');
        }}
        onClose={close}
      />
      <PassOn {...props} open={asked === 'pass_on'} onClose={close} />
      {asked === 'merge' && (
        <MergeDialog opinion={opinion} mergeInto={desk.mergeInto} onDone={onDone} onClose={close} />
      )}
    </View>
  );
}
