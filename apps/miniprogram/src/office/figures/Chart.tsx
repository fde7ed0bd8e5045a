import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** What of a chart was clicked: the place on the axis and the series, both from 0. */
export interface ChartPick {
  readonly dataIndex: number;
  readonly seriesIndex: number;
}

interface ChartProps {
  readonly option: EChartsCoreOption;
  /** What the chart shows, for screen readers; its numbers are in the table beside it. */
  readonly label: string;
  /** CSS pixels. */
  readonly height: number;
  readonly onPick?: (pick: ChartPick) => void;
}

/** A chart of the browser's desk. It draws as SVG, so that it is sharp at any zoom and in print. */
export function Chart({ option, label, height, onPick }: ChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>();
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (!element.current) return undefined;
    const drawn = init(element.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ dataIndex, seriesIndex }) => pick.current?.({ dataIndex, seriesIndex: seriesIndex ?? 0 }));
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={element} role="img" aria-label={label} style={{ height }} />;
}
