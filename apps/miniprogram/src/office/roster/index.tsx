import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Roster } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { KeptCards } from '@/components/KeptCards';
import { MemberCard } from '@/components/MemberCard';
import { Notice } from '@/components/Notice';
import { TextField } from '@/components/TextField';
import { useListGestures } from '@/hooks/useInfiniteList';
import { DeskPage } from '../parts/DeskPage';
import { MemberEdit } from './MemberEdit';
import { useMemberDirectory } from './useMemberDirectory';
import { useRoster } from './useRoster';
import { UNIT_WORDS, useUnits } from './useUnits';
import { rosterInWords } from './workbook';

type Part = 'import' | 'members' | 'sector' | 'committee' | 'township';

const PARTS: readonly { value: Part; label: string }[] = [
  { value: 'import', label: '导入和导出' },
  { value: 'members', label: '委员名录' },
  { value: 'sector', label: UNIT_WORDS.sector },
  { value: 'committee', label: UNIT_WORDS.committee },
  { value: 'township', label: UNIT_WORDS.township },
];

interface CheckedProps {
  readonly roster: Roster;
  readonly busy: boolean;
  readonly onConfirm: (skipProblems: boolean) => void;
  readonly onDiscard: () => void;
}

function Checked({ roster, busy, onConfirm, onDiscard }: CheckedProps) {
  const imported = roster.state === 'imported';
  const bad = roster.problems.length;
  return (
    <View className="lx-card lx-stack">
      <View>{roster.fileName}</View>
      <Notice tone={imported ? 'good' : 'calm'}>{rosterInWords(roster)}</Notice>
      {bad > 0 && <Notice tone="warn">{`有 ${bad} 处需要改正：`}</Notice>}
      {roster.problems.map((problem) => (
        <View key={`${problem.row} ${problem.column} ${problem.reason}`}>
          {`第 ${problem.row} 行“${problem.column}”${problem.value === null ? '' : `（${problem.value}）`}：${problem.reason}`}
        </View>
      ))}
      <View className="lx-row">
        {!imported && (
          <Button kind="primary" busy={busy} onTap={() => onConfirm(bad > 0)}>
            {bad > 0 ? '跳过有误的行，导入其余' : '确认导入'}
          </Button>
        )}
        <Button disabled={busy} onTap={onDiscard}>
          {imported ? '关闭' : '放弃，不导入'}
        </Button>
      </View>
    </View>
  );
}

function Import() {
  const { roster, percent, busy, failure, check, confirm, discard, download } = useRoster();
  const choose = async () => {
    const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }).catch(() => undefined);
    const file = chosen?.tempFiles[0];
    if (file) await check(file);
  };
  return (
    <View className="lx-stack">
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
      {roster && (
        <Checked
          roster={roster}
          busy={busy}
          onConfirm={(skip) => void confirm(roster, skip)}
          onDiscard={() => void discard(roster)}
        />
      )}
      <Button kind="primary" block busy={busy} onTap={() => void choose()}>
        {percent === undefined ? '从聊天中选择名册文件' : `正在上传 ${percent}%`}
      </Button>
      <Notice>先检查，不会马上导入。请把 .xlsx 文件发到微信聊天里再选。</Notice>
      <Button block disabled={busy} onTap={() => void download('template')}>
        下载空白模板
      </Button>
      <Button block disabled={busy} onTap={() => void download('export')}>
        导出现在的名册
      </Button>
    </View>
  );
}

function Members() {
  const { filter, change, list } = useMemberDirectory();
  const [editingId, setEditingId] = useState<string>();
  useListGestures(list);
  if (editingId) return <MemberEdit id={editingId} onDone={() => setEditingId(undefined)} />;
  return (
    <View className="lx-stack">
      <TextField
        id="directory-search"
        kind="search"
        label="搜索委员"
        placeholder="姓名、拼音首字母、单位"
        value={filter.words}
        onChange={(words) => change({ words })}
      />
      <InfiniteListView
        list={list}
        keyOf={(member) => member.id}
        label="委员名录"
        empty={<Empty title="没有找到委员" text="换个词试试，或先导入名册。" />}
      >
        {(member) => <MemberCard member={member} action="修改" onTap={() => setEditingId(member.id)} />}
      </InfiniteListView>
    </View>
  );
}

function Units({ kind }: { readonly kind: 'sector' | 'committee' | 'township' }) {
  return <KeptCards list={useUnits(kind)} />;
}

function RosterDesk() {
  const [part, setPart] = useState<Part>('import');
  return (
    <View className="lx-stack">
      <ChoiceList label="要做什么" choices={PARTS} value={part} onChange={setPart} />
      {part === 'import' && <Import />}
      {part === 'members' && <Members />}
      {part !== 'import' && part !== 'members' && <Units key={part} kind={part} />}
    </View>
  );
}

/** The directory of members: its roster as a file, its entries, its sectors, committees and townships. */
export default function RosterPage() {
  return (
    <DeskPage title="委员名册" url="/office/roster/index">
      <RosterDesk />
    </DeskPage>
  );
}
