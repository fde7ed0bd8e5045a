import { OPINION_THEME_LABELS, type OpinionTheme } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { SectorOpinion } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { LinkRow } from '@/components/LinkRow';
import { SheetSelect } from '@/components/SheetSelect';
import { Tappable } from '@/components/Tappable';
import { TextField } from '@/components/TextField';
import { openPage } from '@/navigation';
import { accessible } from '@/theme/accessible';
import type { DeskKey } from '../parts/desk-keys';
import { submissionUrl } from '../parts/submissions';
import { useDeskKeys } from '../parts/useDeskKeys';
import { SectorOpinionCard } from './SectorOpinionCard';
import { showCard } from './show-card';
import { themeInWords } from './themes';
import type { useSector } from './useSector';
import { useOwnVoices } from './useSectorOpinions';
import './index.scss';

const STATES = [
  { value: 'submitted', label: '等待采集' },
  { value: 'accepted', label: '已采集，可以合成' },
  { value: 'merged', label: '已并入' },
] as const;

/** The keys of the sector's opinions, in words. */
export const SECTOR_KEYS: readonly Omit<DeskKey, 'run'>[] = [
  { key: 'j', words: '下一件' },
  { key: 'k', words: '上一件' },
  { key: 'x', words: '选上，或不选' },
  { key: 'a', words: '采集这件' },
  { key: 'Enter', words: '打开这件' },
  { key: 'c', words: '把选上的合成集体声音' },
];

interface SectorViewProps {
  readonly sector: ReturnType<typeof useSector>;
}

function Themes({ sector: { themes, theme, setTheme } }: SectorViewProps) {
  const items = themes.data ?? [];
  const choices: { value: OpinionTheme | undefined; label: string; words: string }[] = [
    { value: undefined, label: '全部主题', words: '' },
    ...items.map((one) => ({ value: one.theme, label: one.label, words: themeInWords(one) })),
  ];
  return (
    <View className="sector__themes" {...accessible({ role: 'radiogroup', label: '主题' })}>
      {choices.map(({ value, label, words }) => (
        <Tappable
          key={label}
          role="radio"
          checked={theme === value}
          className={`sector__theme ${theme === value ? 'sector__theme--chosen' : ''}`}
          onTap={() => setTheme(value)}
        >
          <View>{label}</View>
          {words && <View className="lx-small sector__count">{words}</View>}
        </Tappable>
      ))}
    </View>
  );
}

/** The voices that the convener has in hand, to go on with. */
function Voices() {
  const list = useOwnVoices();
  if (list.items.length === 0) return null;
  return (
    <View className="lx-card sector__voices">
      <View className="sector__heading">集体声音</View>
      <View className="lx-rows">
        {list.items.map((voice) => (
          <LinkRow
            key={voice.id}
            title={voice.title || '（还没有标题）'}
            text={[
              voice.stateLabel,
              OPINION_THEME_LABELS[voice.theme],
              voice.state === 'circulating' &&
                `${voice.contributorCount} 位中 ${voice.agreedCount} 位同意${voice.objectedCount > 0 ? `，${voice.objectedCount} 位有不同意见` : ''}`,
            ]
              .filter(Boolean)
              .join(' · ')}
            href={submissionUrl({ kind: 'sector_voice', id: voice.id })}
          />
        ))}
      </View>
      {list.hasMore && (
        <Button size="small" busy={list.loadingMore} onTap={list.loadMore}>
          更多
        </Button>
      )}
    </View>
  );
}

/** The sector's opinions by theme; the convener takes them in, chooses several and composes one voice of them (Art. 22). */
export function SectorView({ sector }: SectorViewProps) {
  const { sectors, sectorId, setSectorId, state, setState, words, setWords, list, chosen, toggle, current } = sector;
  const [accepting, setAccepting] = useState<SectorOpinion>();
  const [composing, setComposing] = useState(false);
  const runs = new Map<string, () => void>([
    ['j', () => sector.move(1)],
    ['k', () => sector.move(-1)],
    ['x', () => current?.state === 'accepted' && toggle(current)],
    ['a', () => current?.state === 'submitted' && setAccepting(current)],
    ['Enter', () => current && openPage(submissionUrl({ kind: 'opinion', id: current.id }))],
    ['c', () => chosen.length > 0 && setComposing(true)],
  ]);
  useDeskKeys(SECTOR_KEYS.map((key) => ({ ...key, run: () => runs.get(key.key)?.() })));
  useEffect(() => {
    if (current) showCard(current.id);
  }, [current]);
  return (
    <View className="sector">
      <View className="sector__side">
        {sectors.length > 1 && (
          <SheetSelect label="界别" noneWord="请选择" choices={sectors} value={sectorId} onChange={setSectorId} />
        )}
        <Themes sector={sector} />
        <Voices />
      </View>
      <View className="sector__main lx-stack">
        <View className="sector__filters">
          <TextField
            id="sector-search"
            kind="search"
            label="搜索界别意见"
            placeholder="标题、编号"
            value={words}
            onChange={setWords}
          />
          <SheetSelect
            label="状态"
            noneWord="等待采集和已采集"
            choices={STATES}
            value={state}
            onChange={(value) => setState(STATES.find((one) => one.value === value)?.value)}
          />
        </View>
        <View className="lx-soft">
          先采集，再选上同一件事的几件意见，合成一份集体声音；每位委员都署名，每封来信都会收到结果。
        </View>
        <InfiniteListView
          list={list}
          keyOf={({ id }) => id}
          label="界别意见"
          empty={<Empty title="这里没有意见" text="委员提交给界别活动组的意见会到这里。" />}
        >
          {(opinion) => (
            <SectorOpinionCard
              opinion={opinion}
              current={opinion.id === current?.id}
              chosen={chosen.some(({ id }) => id === opinion.id)}
              onToggle={() => toggle(opinion)}
              onAccept={() => setAccepting(opinion)}
            />
          )}
        </InfiniteListView>
        {chosen.length > 0 && (
          <View className="sector__tray" {...accessible({ role: 'region', label: '已选的意见' })}>
            <View className="sector__chosen">
              <View className="sector__heading">{`已选 ${chosen.length} 件`}</View>
              <View className="lx-small">{chosen.map(({ title }) => title).join('；')}</View>
            </View>
            <Button onTap={sector.clear}>不选了</Button>
            <Button kind="primary" onTap={() => setComposing(true)}>
              合成集体声音
            </Button>
          </View>
        )}
      </View>
      <ConfirmDialog
        open={accepting !== undefined}
        title="采集这件意见？"
        confirmWord="采集"
        onConfirm={async () => {
          if (accepting) await sector.accept(accepting);
        }}
        onClose={() => setAccepting(undefined)}
      >
        {accepting && `“${accepting.title}”会得到编号，并通知委员；之后可以合成集体声音。`}
      </ConfirmDialog>
      <ConfirmDialog
        open={composing}
        title={`把 ${chosen.length} 件合成一份集体声音？`}
        confirmWord="合成"
        onConfirm={sector.compose}
        onClose={() => setComposing(false)}
      >
        会打开一份草稿，由您写成一篇。写好后先请署名的委员过目，再提交给办公室。
      </ConfirmDialog>
    </View>
  );
}
