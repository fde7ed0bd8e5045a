import { LETTER_CATEGORIES, LETTER_CATEGORY_LABELS } from '@lianxin/shared';
import { App, Button, DatePicker, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { buildPath } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { downloadDocument } from '../parts/download';
import { narrowed } from './loop';
import type { useFigures } from './useFigures';

const MONTH = 'YYYY-MM';

interface FiguresToolbarProps {
  readonly figures: Pick<ReturnType<typeof useFigures>, 'filter' | 'setFilter' | 'figures'>;
}

/** Which letters the figures count: of which months, of which sector, township or category; and the way to a spreadsheet. */
export function FiguresToolbar({ figures: { filter, setFilter, figures } }: FiguresToolbarProps) {
  const { message } = App.useApp();
  const sectors = useDirectoryUnits('sector');
  const townships = useDirectoryUnits('township');
  const [exporting, setExporting] = useState(false);
  const from = filter.from ?? figures.data?.from;
  const to = filter.to ?? figures.data?.to;
  const save = async () => {
    setExporting(true);
    try {
      await downloadDocument(buildPath('/api/v1/loop-figures/export', {}, filter), '闭环数据.xlsx');
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setExporting(false);
    }
  };
  return (
    <Space wrap className="desk-toolbar">
      <DatePicker.RangePicker
        picker="month"
        aria-label="月份"
        allowClear={false}
        value={from && to ? [dayjs(from), dayjs(to)] : undefined}
        disabledDate={(day) => day.isAfter(dayjs())}
        onChange={(months) => {
          const [first, last] = months ?? [];
          setFilter({ ...filter, from: first?.format(MONTH), to: last?.format(MONTH) });
        }}
      />
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        className="figures__select"
        aria-label="只看一个界别"
        placeholder="全部界别"
        value={filter.sectorId}
        onChange={(sectorId) => setFilter(narrowed(filter, { sectorId }))}
        options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        className="figures__select"
        aria-label="只看一个乡镇（街道）"
        placeholder="全部乡镇（街道）"
        value={filter.townshipId}
        onChange={(townshipId) => setFilter(narrowed(filter, { townshipId }))}
        options={townships.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        allowClear
        className="figures__select"
        aria-label="只看一个类别"
        placeholder="全部类别"
        value={filter.category}
        onChange={(category) => setFilter(narrowed(filter, { category }))}
        options={LETTER_CATEGORIES.map((value) => ({ value, label: LETTER_CATEGORY_LABELS[value] }))}
      />
      <Button loading={exporting} onClick={() => void save()}>
        导出表格
      </Button>
    </Space>
  );
}
