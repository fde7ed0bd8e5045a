import { OPINION_THEME_LABELS, OPINION_THEMES, type OpinionTheme } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { DigestCandidate } from '@/api/types';
import { Button } from '@/components/Button';
import { CheckBox } from '@/components/CheckBox';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Notice } from '@/components/Notice';
import { SheetSelect } from '@/components/SheetSelect';
import { useListGestures } from '@/hooks/useInfiniteList';
import { useCandidates } from './useCandidates';
import type { DigestWork } from './useDigest';

interface PhoneChooseProps {
  readonly work: Pick<DigestWork, 'add'>;
}

/** On a phone: ticks what waits for a meeting, longest waiting first, and puts it on the digest. */
export function PhoneChoose({ work }: PhoneChooseProps) {
  const { list, filters, narrow } = useCandidates(true);
  const [ticked, setTicked] = useState<ReadonlyMap<string, DigestCandidate>>(new Map());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  useListGestures(list);
  const tick = (row: DigestCandidate, on: boolean) => {
    const next = new Map(ticked);
    if (on) next.set(row.id, row);
    else next.delete(row.id);
    setTicked(next);
  };
  const add = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work.add(
        [...ticked.values()].map(({ kind, id }) => ({ kind, id })),
        undefined,
      );
      setTicked(new Map());
    } catch (error) {
      setFailure(sentenceOf(error));
      void list.refresh();
    } finally {
      setBusy(false);
    }
  };
  return (
    <View className="lx-stack">
      <SheetSelect
        label="主题"
        noneWord="全部主题"
        choices={OPINION_THEMES.map((value) => ({ value, label: OPINION_THEME_LABELS[value] }))}
        value={filters.theme}
        onChange={(theme) => narrow({ theme: theme as OpinionTheme | undefined })}
      />
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
      {ticked.size > 0 && (
        <Button kind="primary" block busy={busy} onTap={() => void add()}>
          {`把 ${ticked.size} 件加入汇总`}
        </Button>
      )}
      <InfiniteListView
        list={list}
        keyOf={(row) => row.id}
        label="等着汇总的意见建议"
        empty={<Empty title="没有等着汇总的意见建议" />}
      >
        {(row) => (
          <View className="lx-card">
            <CheckBox
              label={row.title}
              hint={`已等 ${row.waitingWorkingDays} 个工作日 · ${row.kindLabel} · ${row.authorNames.join('、')}`}
              checked={ticked.has(row.id)}
              onChange={(on) => tick(row, on)}
            />
          </View>
        )}
      </InfiniteListView>
    </View>
  );
}
