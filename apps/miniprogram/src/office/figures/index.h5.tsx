import { LOOP_DIMENSION_LABELS, LOOP_DIMENSIONS, LOOP_STEP_LABELS, type LoopDimension } from '@lianxin/shared';
import { Card, Col, Drawer, Row, Segmented, Statistic } from 'antd';
import { useMemo } from 'react';
import { ErrorState } from '@/components/ErrorState';
import { Loading } from '@/components/Loading';
import { useWide } from '@/hooks/useWide';
import { DeskShell } from '../DeskShell';
import { Chart } from './Chart';
import { CHARTED_PARTS, CHARTED_STEPS, monthsChart, partsChart } from './charts';
import { FiguresToolbar } from './FiguresToolbar';
import { Funnel } from './Funnel';
import { LoopLetters } from './LoopLetters';
import { funnelOf, monthInWords, shareInWords } from './loop';
import { PartsTable } from './PartsTable';
import { useFigures } from './useFigures';
import './index.scss';

/** Pixels of a part's group of bars, and of what surrounds them. */
const PART_HEIGHT = 62;
const CHART_FRAME = 72;

function Figures() {
  const wide = useWide();
  const shown = useFigures();
  const { figures, parts, by, setBy, selection, open, openPart, openMonth, close } = shown;
  const months = figures.data?.months;
  const monthsOption = useMemo(() => monthsChart(months ?? []), [months]);
  const partsOption = useMemo(() => partsChart(parts.data ?? [], by), [parts.data, by]);
  if (figures.isError && !figures.data) {
    return <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />;
  }
  if (!figures.data) return <Loading />;
  const funnel = funnelOf(figures.data.steps);
  const step = (name: (typeof funnel)[number]['step']) => funnel.find((one) => one.step === name);
  return (
    <>
      <FiguresToolbar figures={shown} />
      <Row gutter={[16, 16]}>
        <Col xs={12} lg={6}>
          <Card size="small">
            <Statistic title="收到来信" value={step('delivered')?.count ?? 0} suffix="封" />
          </Card>
        </Col>
        <Col xs={12} lg={6}>
          <Card size="small">
            <Statistic title="按期答复" value={shareInWords(step('answered_in_time')?.share ?? 0)} />
          </Card>
        </Col>
        <Col xs={12} lg={6}>
          <Card size="small">
            <Statistic title="结果已转告" value={step('relayed')?.count ?? 0} suffix="封" />
          </Card>
        </Col>
        <Col xs={12} lg={6}>
          <Card size="small">
            <Statistic
              title="群众评价"
              value={figures.data.heardAverage === null ? '还没有' : figures.data.heardAverage.toFixed(1)}
              suffix={figures.data.heardAverage === null ? '' : '分（满分 5）'}
            />
          </Card>
        </Col>
        <Col xs={24} xl={12}>
          <Card title="从来信到群众评价" extra={<span className="lx-soft">点任意一步看来信</span>}>
            <Funnel funnel={funnel} onOpen={open} />
          </Card>
        </Col>
        <Col xs={24} xl={12}>
          <Card title="各月来信走到了哪一步">
            <Chart
              option={monthsOption}
              label={`各月来信的走向，${monthInWords(figures.data.from)}至${monthInWords(figures.data.to)}`}
              height={430}
              onPick={({ dataIndex, seriesIndex }) => {
                const month = months?.[dataIndex]?.month;
                const picked = CHARTED_STEPS[seriesIndex];
                if (month && picked) openMonth(month, picked);
              }}
            />
          </Card>
        </Col>
        <Col xs={24}>
          <Card
            title="分开看"
            extra={
              <Segmented<LoopDimension>
                aria-label="按什么分开"
                value={by}
                onChange={setBy}
                options={LOOP_DIMENSIONS.map((value) => ({ value, label: LOOP_DIMENSION_LABELS[value] }))}
              />
            }
          >
            {by !== 'month' && (parts.data?.length ?? 0) > 0 && (
              <Chart
                option={partsOption}
                label={`来信最多的${LOOP_DIMENSION_LABELS[by]}走到了哪一步`}
                height={Math.min(parts.data?.length ?? 0, CHARTED_PARTS) * PART_HEIGHT + CHART_FRAME}
                onPick={({ dataIndex, seriesIndex }) => {
                  const part = parts.data?.[dataIndex];
                  const picked = CHARTED_STEPS[seriesIndex];
                  if (part && picked) openPart(part.key, picked);
                }}
              />
            )}
            {parts.isError && !parts.data ? (
              <ErrorState error={parts.error} onRetry={() => void parts.refetch()} />
            ) : (
              <PartsTable parts={parts.data ?? []} by={by} loading={parts.isPending} onOpen={openPart} />
            )}
            <p className="lx-soft">数字下面是从上一步到这一步用时的中位数（自然日）。点数字看背后的来信。</p>
          </Card>
        </Col>
      </Row>
      <Drawer
        open={selection !== undefined}
        title={selection && `走到“${LOOP_STEP_LABELS[selection.step]}”的来信`}
        width={wide ? 560 : '100%'}
        destroyOnHidden
        onClose={close}
      >
        {selection && <LoopLetters selection={selection} />}
      </Drawer>
    </>
  );
}

/** How many letters come how far, and how long it takes: for member affairs, leaders and the office. */
export default function FiguresPage() {
  return (
    <DeskShell title="闭环数据" url="/office/figures/index">
      <Figures />
    </DeskShell>
  );
}
