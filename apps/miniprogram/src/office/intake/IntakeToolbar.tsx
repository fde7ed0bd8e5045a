import { INTAKE_BOX_LABELS, INTAKE_BOXES, type IntakeBox, LIMITS, OPINION_THEME_LABELS } from '@lianxin/shared';
import { App, Button, Input, type InputRef, Segmented, Select, Space } from 'antd';
import { type ReactNode, type RefObject, useState } from 'react';
import { buildPath } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { downloadDocument } from '../parts/download';
import { useColleagues } from '../parts/useSubmissionDesk';
import { countOf, INTAKE_KIND_LABELS, keptFilter, sameFilter } from './filter';
import { SavedFilters } from './SavedFilters';
import type { useIntake } from './useIntake';

function options<T extends string>(labels: Record<T, string>): { value: T; label: string }[] {
  return (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label }));
}

interface IntakeToolbarProps {
  readonly intake: Pick<ReturnType<typeof useIntake>, 'filter' | 'asked' | 'setFilter' | 'counts'>;
  /** A sector's convener sees one sector only. */
  readonly oneSector: boolean;
  readonly search: RefObject<InputRef>;
  readonly children: ReactNode;
}

/** Above the queue: its boxes with their numbers, what narrows it, what was saved, and the way to a spreadsheet. */
export function IntakeToolbar({ intake, oneSector, search, children }: IntakeToolbarProps) {
  const { filter, asked, setFilter, counts } = intake;
  const { message } = App.useApp();
  const sectors = useDirectoryUnits('sector');
  const colleagues = useColleagues();
  const [exporting, setExporting] = useState(false);
  const narrowed = !sameFilter(filter, { box: filter.box });
  const save = async () => {
    setExporting(true);
    try {
      await downloadDocument(buildPath('/api/v1/desk/intake/export', {}, keptFilter(asked)), '意见受理.xlsx');
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setExporting(false);
    }
  };
  return (
    <>
      <div className="intake__boxes">
        <Segmented<IntakeBox>
          aria-label="看哪些"
          value={filter.box}
          onChange={(box) => setFilter({ ...filter, box })}
          options={INTAKE_BOXES.map((box) => ({
            value: box,
            label: [INTAKE_BOX_LABELS[box], countOf(counts.data, box)].filter((part) => part !== undefined).join(' '),
          }))}
        />
        {children}
      </div>
      <Space wrap size={8} className="intake__filters">
        <Input.Search
          ref={search}
          allowClear
          className="intake__search"
          aria-label="搜索意见"
          placeholder="标题、编号"
          maxLength={LIMITS.query}
          value={filter.query}
          onChange={(event) => setFilter({ ...filter, query: event.target.value })}
        />
        <Select
          allowClear
          className="intake__select"
          aria-label="按种类筛选"
          placeholder="全部种类"
          value={filter.kind}
          onChange={(kind) => setFilter({ ...filter, kind })}
          options={options(INTAKE_KIND_LABELS)}
        />
        <Select
          allowClear
          className="intake__select"
          aria-label="按主题筛选"
          placeholder="全部主题"
          value={filter.theme}
          onChange={(theme) => setFilter({ ...filter, theme })}
          options={options(OPINION_THEME_LABELS)}
        />
        {!oneSector && (
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            className="intake__select"
            aria-label="按界别筛选"
            placeholder="全部界别"
            value={filter.sectorId}
            onChange={(sectorId) => setFilter({ ...filter, sectorId })}
            options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Select
          allowClear
          className="intake__select"
          aria-label="按负责人筛选"
          placeholder="全部负责人"
          value={filter.assigneeId}
          onChange={(assigneeId) => setFilter({ ...filter, assigneeId })}
          options={(colleagues.data ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
        />
        {narrowed && <Button onClick={() => setFilter({ box: filter.box })}>清除筛选</Button>}
        <SavedFilters
          filter={filter}
          sectorName={sectors.find(({ id }) => id === filter.sectorId)?.name}
          onOpen={setFilter}
        />
        <Button loading={exporting} onClick={() => void save()}>
          导出表格
        </Button>
      </Space>
    </>
  );
}
