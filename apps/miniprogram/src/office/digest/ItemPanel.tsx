import { LIMITS, textLength } from '@lianxin/shared';
import { App, Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { DigestItem } from '@/api/types';
import { Notice } from '@/components/Notice';
import { useDraft } from '@/hooks/useDraft';
import { type Arrangement, moveItem, moveItemTo } from './arrangement';
import { SubmissionText } from './SubmissionText';
import type { DigestWork } from './useDigest';

interface ItemPanelProps {
  readonly item: DigestItem;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly work: Pick<DigestWork, 'summarise' | 'remove'>;
  readonly onRemoved: () => void;
}

/** One item while its digest is built: where it stands, its summary for the document, and its whole text. */
export function ItemPanel({ item, arrangement, onArrange, work, onRemoved }: ItemPanelProps) {
  const { message } = App.useApp();
  const draft = useDraft(`digest-summary:${item.id}:${item.version}`, { summary: item.summary ?? '' });
  const [busy, setBusy] = useState(false);
  const { summary } = draft.value;
  const changed = summary.trim() !== (item.summary ?? '');
  const over = textLength(summary.trim()) - LIMITS.digestSummary;
  const attempt = async (what: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await what();
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    attempt(async () => {
      await work.summarise(item, summary.trim() || null);
      draft.clear();
      void message.success('摘要已保存');
    });
  const takeOff = () =>
    attempt(async () => {
      await work.remove(item);
      onRemoved();
    });
  const section = arrangement.find(({ itemIds }) => itemIds.includes(item.id));
  return (
    <div className="lx-stack">
      <h3 className="digest__item-title">{item.submission.title}</h3>
      <Space wrap>
        <Button size="small" onClick={() => onArrange(moveItem(arrangement, item.id, -1))}>
          上移（K）
        </Button>
        <Button size="small" onClick={() => onArrange(moveItem(arrangement, item.id, 1))}>
          下移（J）
        </Button>
        <Select
          size="small"
          className="digest__section-select"
          aria-label="放到哪个栏目"
          value={section?.key}
          onChange={(key) => onArrange(moveItemTo(arrangement, item.id, key))}
          options={arrangement.map(({ key, title }) => ({ value: key, label: title || '未分栏目' }))}
        />
        <Button size="small" danger disabled={busy} onClick={() => void takeOff()}>
          移出汇总
        </Button>
      </Space>
      <div>
        <label htmlFor={`summary-${item.id}`} className="digest__label">
          摘要
        </label>
        <div className="lx-soft lx-small">写了摘要，Word 文件里就用摘要代替全文</div>
        <Input.TextArea
          id={`summary-${item.id}`}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={summary}
          status={over > 0 ? 'error' : undefined}
          onChange={(event) => draft.update({ summary: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && changed && over <= 0) void save();
          }}
        />
        <Space className="digest__below">
          <Button
            size="small"
            type="primary"
            disabled={!changed || over > 0}
            loading={busy}
            onClick={() => void save()}
          >
            保存摘要
          </Button>
          <span className={over > 0 ? 'digest__over' : 'lx-soft lx-small'}>
            {over > 0 ? `多了 ${over} 字` : `${textLength(summary)} / ${LIMITS.digestSummary} 字`}
          </span>
        </Space>
        {draft.restored && changed && <Notice>这里是您上次没有保存的摘要。</Notice>}
      </div>
      <SubmissionText item={item} withoutSummary />
    </div>
  );
}
