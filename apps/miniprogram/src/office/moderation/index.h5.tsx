import { Button, Segmented, Select, Space } from 'antd';
import { useEffect, useState } from 'react';
import type { ModerationItem } from '@/api/types';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Loading } from '@/components/Loading';
import { formatMoment } from '@/format/dates';
import { DeskShell } from '../DeskShell';
import { MoreRows } from '../parts/MoreRows';
import { DecisionDialogs } from './DecisionDialogs';
import { ModerationText } from './ModerationText';
import { MODERATION_KIND_WORDS, type ModerationShown, useModeration } from './useModeration';
import './index.scss';

const KINDS = Object.entries(MODERATION_KIND_WORDS).map(([value, label]) => ({
  value: value as ModerationItem['kind'],
  label,
}));

/** The keys of the queue do nothing while someone types or a dialog asks. */
function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null;
}

function Moderation() {
  const { list, counts, shown, setShown, kind, setKind, chosen, choose, move, decide } = useModeration();
  const [asking, setAsking] = useState<'pass' | 'withhold'>();
  useEffect(() => {
    const keys: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      p: () => chosen?.state === 'open' && setAsking('pass'),
      w: () => chosen?.state === 'open' && setAsking('withhold'),
    };
    const press = (event: KeyboardEvent) => {
      if (asking || isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });

  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  return (
    <>
      <Space wrap className="desk-toolbar">
        <Segmented<ModerationShown>
          aria-label="显示哪些"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'open', label: `等待审核${counts.data ? ` ${counts.data.open}` : ''}` },
            { value: 'decided', label: '已经审核' },
          ]}
        />
        <Select
          allowClear
          aria-label="按来由筛选"
          className="desk-select"
          placeholder="全部来由"
          value={kind}
          onChange={setKind}
          options={KINDS}
        />
        <span className="lx-soft">键盘：j 下一条，k 上一条，p 通过，w 拦下</span>
      </Space>
      {list.status === 'loading' && <Loading />}
      {list.status === 'ready' && !chosen && (
        <Empty
          title={shown === 'open' ? '没有等待审核的内容' : '还没有审核过'}
          text="机器存疑、被举报和申请复核的内容会到这里。"
        />
      )}
      {chosen && (
        <div className="moderation">
          <div className="moderation__list">
            <ul aria-label="审核队列" className="moderation__items">
              {list.items.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    className={`moderation__item ${item.id === chosen.id ? 'moderation__item--chosen' : ''}`}
                    aria-current={item.id === chosen.id}
                    onClick={() => choose(item.id)}
                  >
                    <span className="moderation__kind">{MODERATION_KIND_WORDS[item.kind]}</span>
                    <span className="moderation__excerpt">{item.text}</span>
                    <span className="lx-soft lx-small">{formatMoment(item.raisedAt)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <MoreRows list={list} />
          </div>
          <section className="moderation__detail" aria-label="内容">
            <ModerationText item={chosen} />
            {chosen.state === 'open' && (
              <Space className="moderation__actions">
                <Button type="primary" size="large" onClick={() => setAsking('pass')}>
                  通过（p）
                </Button>
                <Button danger size="large" onClick={() => setAsking('withhold')}>
                  拦下（w）
                </Button>
              </Space>
            )}
          </section>
          <DecisionDialogs item={chosen} asking={asking} decide={decide} onClose={() => setAsking(undefined)} />
        </div>
      )}
    </>
  );
}

/** The office decides on what could not be checked, was reported or appealed. */
export default function ModerationPage() {
  return (
    <DeskShell title="内容审核" url="/office/moderation/index">
      <Moderation />
    </DeskShell>
  );
}
