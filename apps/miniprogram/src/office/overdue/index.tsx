import { View } from '@tarojs/components';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { SheetSelect } from '@/components/SheetSelect';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { TextField } from '@/components/TextField';
import { formatDate, formatDay } from '@/format/dates';
import { useListGestures } from '@/hooks/useInfiniteList';
import { pageUrl } from '@/navigation';
import { DeskPage } from '../parts/DeskPage';
import { useOverdue } from './useOverdue';

function Overdue() {
  const { list, counts, sectorId, setSectorId, words, setWords } = useOverdue();
  useListGestures(list);
  return (
    <View className="lx-stack">
      <TextField
        id="overdue-search"
        kind="search"
        label="搜索超期来信"
        placeholder="搜索标题、编号、委员"
        value={words}
        onChange={setWords}
      />
      <SheetSelect
        label="界别"
        noneWord={`全部界别${counts.data ? `（${counts.data.total} 封）` : ''}`}
        choices={(counts.data?.bySector ?? []).map((sector) => ({
          value: sector.sectorId,
          label: `${sector.name}（${sector.count} 封）`,
        }))}
        value={sectorId}
        onChange={setSectorId}
      />
      <InfiniteListView
        list={list}
        keyOf={(letter) => letter.id}
        label="超期来信"
        empty={<Empty title="没有超期的来信" text="委员们都按时回复了。" />}
      >
        {(letter) => (
          <Tappable className="lx-card" href={pageUrl('/office/letter/index', { id: letter.id })}>
            <View>{letter.title}</View>
            <View className="lx-row">
              <Tag tone="bad">{`超期 ${letter.overdueWorkingDays} 个工作日`}</Tag>
              {letter.remindedAt && <Tag>{`${formatDay(letter.remindedAt)}提醒过`}</Tag>}
            </View>
            <View className="lx-soft lx-small">
              {`${letter.member.name}委员（${letter.member.sectorName}） · ${formatDate(letter.due)}到期`}
            </View>
          </Tappable>
        )}
      </InfiniteListView>
    </View>
  );
}

/** What members have not answered in time; it rises to member affairs and the office (design §4). */
export default function OverduePage() {
  return (
    <DeskPage title="超期来信" url="/office/overdue/index">
      <Overdue />
    </DeskPage>
  );
}
