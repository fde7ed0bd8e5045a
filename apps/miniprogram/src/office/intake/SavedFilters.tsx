import { LIMITS } from '@lianxin/shared';
import { App, Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { filterInWords, type IntakeFilter, readFilter, sameFilter } from './filter';
import { useSavedFilters } from './useSavedFilters';

interface SavedFiltersProps {
  readonly filter: IntakeFilter;
  readonly sectorName: string | undefined;
  readonly onOpen: (filter: IntakeFilter) => void;
}

/** The filters one has saved: to open again, to add the present one, to remove. */
export function SavedFilters({ filter, sectorName, onOpen }: SavedFiltersProps) {
  const { message } = App.useApp();
  const { saved, save, remove } = useSavedFilters();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState<string>();
  const [busy, setBusy] = useState(false);
  const offered = name ?? filterInWords(filter, sectorName, LIMITS.filterName);
  const attempt = async (change: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await change();
      setName(undefined);
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const content = (
    <div className="saved-filters" role="dialog" aria-label="常用筛选">
      {saved.length === 0 && <p className="lx-soft">把常看的筛选存下来，下次一点就到。</p>}
      {saved.map((one) => {
        const kept = readFilter(one.filters);
        return (
          <div key={one.id} className="saved-filters__row">
            <Button
              type={sameFilter(kept, filter) ? 'primary' : 'default'}
              className="saved-filters__name"
              onClick={() => {
                onOpen(kept);
                setOpen(false);
              }}
            >
              {one.name}
            </Button>
            <Button
              type="text"
              aria-label={`删除筛选“${one.name}”`}
              disabled={busy}
              onClick={() => void attempt(() => remove(one.id))}
            >
              删除
            </Button>
          </div>
        );
      })}
      <Space.Compact block>
        <Input
          aria-label="给现在的筛选起名"
          maxLength={LIMITS.filterName}
          value={offered}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => void attempt(() => save(offered.trim(), filter))}
        />
        <Button
          type="primary"
          loading={busy}
          disabled={offered.trim() === ''}
          onClick={() => void attempt(() => save(offered.trim(), filter))}
        >
          保存
        </Button>
      </Space.Compact>
    </div>
  );
  return (
    <Popover
      open={open}
      trigger="click"
      placement="bottomLeft"
      content={content}
      onOpenChange={setOpen}
      destroyOnHidden
    >
      <Button>{`常用筛选${saved.length > 0 ? ` ${saved.length}` : ''}`}</Button>
    </Popover>
  );
}
