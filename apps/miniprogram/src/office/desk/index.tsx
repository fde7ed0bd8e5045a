import { View } from '@tarojs/components';
import { Empty } from '@/components/Empty';
import { LinkRow } from '@/components/LinkRow';
import { DeskPage } from '../parts/DeskPage';
import { rosterInWords } from '../roster/workbook';
import { type DeskTile, useDesk } from './useDesk';

const URL = '/office/desk/index';

function countInWords({ count, unit, failed }: DeskTile): string {
  if (failed) return '没有加载成功';
  return count === undefined ? '正在加载' : `${count} ${unit}`;
}

function Desk() {
  const { tiles, others, roster } = useDesk();
  const doors = others.filter((desk) => desk.url !== URL);
  if (tiles.length + doors.length === 0) {
    return <Empty title="这里没有要您处理的事" text="系统管理员看不到来信内容。" />;
  }
  return (
    <View className="lx-stack">
      {tiles.length > 0 && (
        <View className="lx-card lx-rows">
          {tiles.map((tile) => (
            <LinkRow key={tile.url} title={tile.label} text={countInWords(tile)} href={tile.url} />
          ))}
        </View>
      )}
      {roster && (
        <View className="lx-card lx-rows">
          <LinkRow title={`最近的名册：${roster.fileName}`} text={rosterInWords(roster)} href="/office/roster/index" />
        </View>
      )}
      <View className="lx-card lx-rows">
        {doors.map((desk) => (
          <LinkRow key={desk.url} title={desk.label} href={desk.url} />
        ))}
      </View>
    </View>
  );
}

/** The office's and member affairs' overview: what waits for them. */
export default function DeskOverviewPage() {
  return (
    <DeskPage title="工作台" url={URL}>
      <Desk />
    </DeskPage>
  );
}
