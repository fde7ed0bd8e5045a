import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SectorConvener } from '@/api/types';
import { ChoiceList } from '@/components/ChoiceList';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { TextField } from '@/components/TextField';
import type { useConveners } from './useConveners';

interface AppointDialogProps {
  readonly sector: SectorConvener;
  readonly appoint: ReturnType<typeof useConveners>['appoint'];
  readonly onClose: () => void;
}

/** More than so many are narrowed by the name first. */
const IN_SIGHT = 8;
const NOBODY = 'nobody';

/** Chooses who convenes a sector, among its members who have linked their account. */
export function AppointDialog({ sector, appoint, onClose }: AppointDialogProps) {
  const [words, setWords] = useState('');
  const [memberId, setMemberId] = useState(sector.convener?.memberId);
  const found = sector.candidates.filter(({ name, workUnit }) => `${name}${workUnit}`.includes(words.trim()));
  return (
    <ConfirmDialog
      open
      title={`${sector.sectorName}的召集人`}
      confirmWord="确定"
      incomplete={memberId === undefined || memberId === sector.convener?.memberId}
      onConfirm={async () => {
        if (memberId) await appoint(sector, memberId === NOBODY ? null : memberId);
      }}
      onClose={onClose}
    >
      <View className="lx-stack">
        <View>召集人受理本界别的意见，合成界别集体声音。原来的召集人会失去这个身份。</View>
        {sector.candidates.length === 0 && (
          <View className="lx-soft">这个界别还没有关联微信的委员，请先给他们发关联码。</View>
        )}
        {sector.candidates.length > IN_SIGHT && (
          <TextField
            id="convener-search"
            kind="search"
            label="按姓名或单位查找"
            placeholder="姓名或单位"
            value={words}
            onChange={setWords}
          />
        )}
        <ChoiceList
          label={`${sector.sectorName}的召集人`}
          choices={[
            ...found.slice(0, IN_SIGHT).map((one) => ({ value: one.memberId, label: one.name, hint: one.workUnit })),
            ...(sector.convener ? [{ value: NOBODY, label: '暂时没有召集人' }] : []),
          ]}
          value={memberId}
          onChange={setMemberId}
        />
      </View>
    </ConfirmDialog>
  );
}
