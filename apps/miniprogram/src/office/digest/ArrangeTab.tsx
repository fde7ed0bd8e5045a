import { App, Button, Drawer, Space } from 'antd';
import { useMemo, useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { Digest } from '@/api/types';
import { Empty } from '@/components/Empty';
import { useWide } from '@/hooks/useWide';
import { neighbourOf } from '../moderation/neighbour';
import type { DeskKey } from '../parts/desk-keys';
import { KeyHelp } from '../parts/KeyHelp';
import { useDeskKeys } from '../parts/useDeskKeys';
import { addSection, itemsInOrder, moveItem, sectionsByLabel } from './arrangement';
import { ItemPanel } from './ItemPanel';
import { Outline } from './Outline';
import { useArrangement } from './useArrangement';
import type { DigestWork } from './useDigest';

interface ArrangeTabProps {
  readonly digest: Digest;
  readonly work: DigestWork;
}

/** Puts a digest in order: sections, items by dragging or by keys, a summary for each. */
export function ArrangeTab({ digest, work }: ArrangeTabProps) {
  const { message, modal } = App.useApp();
  const wide = useWide();
  const { arrangement, change, unsaved } = useArrangement(digest, work.arrange, (error) => {
    void message.error(sentenceOf(error));
  });
  const [chosenId, setChosenId] = useState<string>();
  const [help, setHelp] = useState(false);
  const items = useMemo(() => new Map(digest.items.map((item) => [item.id, item])), [digest.items]);
  const order = itemsInOrder(arrangement).map((id) => ({ id }));
  const chosen = items.get(chosenId ?? '') ?? (wide ? items.get(order[0]?.id ?? '') : undefined);
  const go = (step: 1 | -1) => setChosenId(neighbourOf(order, chosen?.id, step)?.id);
  const shift = (step: 1 | -1) => chosen && change(moveItem(arrangement, chosen.id, step));
  const keys: readonly DeskKey[] = [
    { key: 'j', words: '下一件', run: () => go(1) },
    { key: 'k', words: '上一件', run: () => go(-1) },
    { key: 'J', words: '把这件往下移', run: () => shift(1) },
    { key: 'K', words: '把这件往上移', run: () => shift(-1) },
    { key: '?', words: '键盘操作', run: () => setHelp(true) },
  ];
  useDeskKeys(keys);
  const newSection = () => change(addSection(arrangement, `new-${Date.now()}`, `栏目 ${arrangement.length}`));
  const byTheme = () =>
    change(
      sectionsByLabel(
        order.map(({ id }) => id),
        (id) => items.get(id)?.submission.themeLabel ?? '其他',
      ),
    );
  const askByTheme = () => {
    if (arrangement.length === 1) byTheme();
    else
      modal.confirm({
        title: '按主题重新分栏目？',
        content: '现在的栏目会换成按主题分的栏目，条目都保留。',
        okText: '重新分',
        onOk: byTheme,
      });
  };
  if (digest.items.length === 0) {
    return <Empty title="汇总里还没有条目" text="到“选稿”里勾选意见建议，加入汇总。" />;
  }
  const panel = chosen && (
    <ItemPanel
      key={chosen.id}
      item={chosen}
      arrangement={arrangement}
      onArrange={change}
      work={work}
      onRemoved={() => setChosenId(undefined)}
    />
  );
  return (
    <>
      <Space wrap className="desk-toolbar">
        <Button onClick={newSection}>新增栏目</Button>
        <Button onClick={askByTheme}>按主题分栏目</Button>
        <KeyHelp keys={keys} open={help} onOpen={setHelp} />
        <span className="lx-soft" role="status">
          {unsaved ? '正在保存顺序…' : '顺序已保存'}
        </span>
      </Space>
      <div className="digest__two">
        <Outline
          arrangement={arrangement}
          items={items}
          chosenId={chosen?.id}
          onChoose={setChosenId}
          onChange={change}
        />
        {wide && (
          <aside className="digest__beside" aria-label="条目">
            {panel}
          </aside>
        )}
      </div>
      {!wide && (
        <Drawer
          open={chosen !== undefined}
          placement="bottom"
          height="85vh"
          title="条目"
          onClose={() => setChosenId(undefined)}
        >
          {panel}
        </Drawer>
      )}
    </>
  );
}
