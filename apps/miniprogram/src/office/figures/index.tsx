import {
  LETTER_CATEGORIES,
  LETTER_CATEGORY_LABELS,
  LOOP_DIMENSION_LABELS,
  LOOP_DIMENSIONS,
  LOOP_STEP_LABELS,
} from '@lianxin/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Facts } from '@/components/Facts';
import { LinkRow } from '@/components/LinkRow';
import { QueryView } from '@/components/QueryView';
import { SheetSelect } from '@/components/SheetSelect';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { DeskPage } from '../parts/DeskPage';
import { Funnel } from './Funnel';
import { LoopLetters } from './LoopLetters';
import { funnelOf, monthInWords, narrowed, partName, shareInWords } from './loop';
import { useFigures } from './useFigures';
import './index.scss';

function Figures() {
  const { filter, setFilter, figures, parts, by, setBy, selection, open, openPart, close } = useFigures();
  const sectors = useDirectoryUnits('sector');
  if (selection) {
    return (
      <View className="lx-stack">
        <Button onTap={close}>回到数据</Button>
        <View className="lx-heading">{`走到“${LOOP_STEP_LABELS[selection.step]}”的来信`}</View>
        <LoopLetters selection={selection} />
      </View>
    );
  }
  return (
    <QueryView query={figures}>
      {(data) => {
        const funnel = funnelOf(data.steps);
        return (
          <View className="lx-stack">
            <SheetSelect
              label="界别"
              noneWord="全部界别"
              choices={sectors.map(({ id, name }) => ({ value: id, label: name }))}
              value={filter.sectorId}
              onChange={(sectorId) => setFilter(narrowed(filter, { sectorId }))}
            />
            <SheetSelect
              label="类别"
              noneWord="全部类别"
              choices={LETTER_CATEGORIES.map((value) => ({ value, label: LETTER_CATEGORY_LABELS[value] }))}
              value={filter.category}
              onChange={(category) =>
                setFilter(narrowed(filter, { category: LETTER_CATEGORIES.find((one) => one === category) }))
              }
            />
            <View className="lx-card">
              <Facts
                facts={[
                  ['月份', `${monthInWords(data.from)} 至 ${monthInWords(data.to)}`],
                  ['群众评价', data.heardAverage === null ? '还没有' : `${data.heardAverage.toFixed(1)} 分（满分 5）`],
                ]}
              />
              <Funnel funnel={funnel} onOpen={open} />
            </View>
            <SheetSelect
              label="分开看"
              noneWord={LOOP_DIMENSION_LABELS.sector}
              choices={LOOP_DIMENSIONS.map((value) => ({ value, label: LOOP_DIMENSION_LABELS[value] }))}
              value={by}
              onChange={(value) => setBy(LOOP_DIMENSIONS.find((one) => one === value) ?? 'sector')}
            />
            <QueryView query={parts}>
              {(items) => (
                <View className="lx-card lx-rows">
                  {items.map((part) => {
                    const { delivered, answered_in_time, relayed } = part.counts;
                    const inTime = delivered === 0 ? '' : `，按期答复 ${shareInWords(answered_in_time / delivered)}`;
                    return (
                      <LinkRow
                        key={part.key}
                        title={partName(part, by)}
                        text={`来信 ${delivered} 封${inTime}，已转告 ${relayed} 封`}
                        onTap={() => openPart(part.key, 'delivered')}
                      />
                    );
                  })}
                </View>
              )}
            </QueryView>
          </View>
        );
      }}
    </QueryView>
  );
}

/** How many letters come how far, and how long it takes, as bars and lists on the phone. */
export default function FiguresPage() {
  return (
    <DeskPage title="闭环数据" url="/office/figures/index">
      <Figures />
    </DeskPage>
  );
}
