import { LOOP_STEP_LABELS, type LoopDimension, type LoopStep } from '@lianxin/shared';
import type { EChartsCoreOption } from 'echarts/core';
import type { LoopFigures, LoopPart } from '@/api/types';
import { monthInWords, partName } from './loop';

/** The steps that tell whether the loop closes; nine lines in one chart tell nothing. */
export const CHARTED_STEPS: readonly LoopStep[] = ['delivered', 'answered_in_time', 'lifted', 'decided', 'relayed'];

/** One colour a step, each apart from its neighbours also without seeing colour well: they grow darker with the loop. */
const COLOURS: Partial<Record<LoopStep, string>> = {
  delivered: '#9db8b6',
  answered_in_time: '#4f9aa0',
  lifted: '#d2a03c',
  decided: '#a8322a',
  relayed: '#08444a',
};

const TEXT = { color: '#1d2a2e', fontSize: 13 };
const BASE: EChartsCoreOption = {
  aria: { enabled: true },
  animation: false,
  textStyle: TEXT,
  tooltip: { trigger: 'axis' },
  legend: { top: 0, textStyle: TEXT },
};

/** How letters of each month have fared by now: a line a step. */
export function monthsChart(months: LoopFigures['months']): EChartsCoreOption {
  return {
    ...BASE,
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: months.map(({ month }) => monthInWords(month)), axisLabel: TEXT },
    yAxis: { type: 'value', minInterval: 1, axisLabel: TEXT },
    series: CHARTED_STEPS.map((step) => ({
      type: 'line',
      name: LOOP_STEP_LABELS[step],
      color: COLOURS[step],
      symbolSize: 9,
      data: months.map(({ counts }) => counts[step]),
    })),
  };
}

/** Bars lie too close together to be told apart when there are more. */
export const CHARTED_PARTS = 10;

/** How the largest parts of a split have fared: a group of bars each, the first part on top. */
export function partsChart(parts: readonly LoopPart[], by: LoopDimension): EChartsCoreOption {
  const charted = parts.slice(0, CHARTED_PARTS);
  return {
    ...BASE,
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: TEXT },
    yAxis: { type: 'category', inverse: true, data: charted.map((part) => partName(part, by)), axisLabel: TEXT },
    series: CHARTED_STEPS.map((step) => ({
      type: 'bar',
      name: LOOP_STEP_LABELS[step],
      color: COLOURS[step],
      barGap: 0,
      data: charted.map(({ counts }) => counts[step]),
    })),
  };
}
