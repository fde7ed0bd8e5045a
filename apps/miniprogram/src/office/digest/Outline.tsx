import { Accessibility } from '@dnd-kit/dom';
import { move } from '@dnd-kit/helpers';
import { DragDropProvider, useDroppable } from '@dnd-kit/react';
import { useSortable } from '@dnd-kit/react/sortable';
import { LIMITS } from '@lianxin/shared';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DigestItem } from '@/api/types';
import {
  type ArrangedSection,
  type Arrangement,
  moveSection,
  removeSection,
  renameSection,
  UNNAMED,
  withItems,
} from './arrangement';
import './Outline.scss';

const ITEM = 'item';
/** A section catches what is dropped on none of its items: below them in rank. */
const BELOW_ITEMS = 1;

/** What a screen reader hears while an item is dragged by keyboard. */
const announcements = {
  dragstart: () => '已拿起，用上下方向键移动，空格键放下，Esc 键取消。',
  dragover: () => undefined,
  dragend: ({ canceled }: { canceled: boolean }) => (canceled ? '已取消移动。' : '已放下。'),
};

interface RowProps {
  readonly item: DigestItem;
  readonly index: number;
  readonly group: string;
  readonly number: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ item, index, group, number, chosen, onChoose }: RowProps) {
  const { ref, handleRef, isDragSource } = useSortable({ id: item.id, index, group, type: ITEM, accept: ITEM });
  return (
    <li
      ref={ref}
      className={`outline__row ${chosen ? 'outline__row--chosen' : ''} ${isDragSource ? 'outline__row--dragged' : ''}`}
    >
      <button ref={handleRef} type="button" className="outline__handle" aria-label={`拖动“${item.submission.title}”`}>
        ⠿
      </button>
      <button type="button" className="outline__words" aria-current={chosen} onClick={onChoose}>
        <span className="outline__number">{number}</span>
        <span className="outline__title">
          {item.submission.title}
          <span className="lx-soft lx-small outline__by">
            {`${item.submission.kindLabel} · ${item.submission.sectorName}${item.summary ? ' · 有摘要' : ''}`}
          </span>
        </span>
      </button>
    </li>
  );
}

interface SectionProps {
  readonly section: ArrangedSection;
  readonly children: ReactNode;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRename: (title: string) => void;
  readonly onRemove: () => void;
}

function Section({ section, children, onMove, onRename, onRemove }: SectionProps) {
  const { ref, isDropTarget } = useDroppable({
    id: section.key,
    type: 'section',
    accept: ITEM,
    collisionPriority: BELOW_ITEMS,
  });
  const [title, setTitle] = useState(section.title);
  const finish = () => {
    const next = title.trim();
    if (next === '') setTitle(section.title);
    else if (next !== section.title) onRename(next);
  };
  return (
    <section
      className={`outline__section ${isDropTarget ? 'outline__section--target' : ''}`}
      aria-label={section.title || '未分栏目'}
    >
      {section.key === UNNAMED ? (
        <div className="outline__head lx-soft">未分栏目</div>
      ) : (
        <div className="outline__head">
          <Input
            aria-label="栏目名称"
            variant="filled"
            maxLength={LIMITS.digestSectionTitle}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            onBlur={finish}
            onPressEnter={finish}
          />
          <Button size="small" aria-label={`上移栏目“${section.title}”`} onClick={() => onMove(-1)}>
            ↑
          </Button>
          <Button size="small" aria-label={`下移栏目“${section.title}”`} onClick={() => onMove(1)}>
            ↓
          </Button>
          <Button size="small" danger aria-label={`删除栏目“${section.title}”，条目保留`} onClick={onRemove}>
            删除
          </Button>
        </div>
      )}
      <ol ref={ref} className="outline__items">
        {children}
        {section.itemIds.length === 0 && <li className="outline__none">把条目拖到这里</li>}
      </ol>
    </section>
  );
}

interface OutlineProps {
  readonly arrangement: Arrangement;
  readonly items: ReadonlyMap<string, DigestItem>;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onChange: (arrangement: Arrangement) => void;
}

/** The order of a digest: sections and their items, moved by dragging with mouse, finger or keyboard. */
export function Outline({ arrangement, items, chosenId, onChoose, onChange }: OutlineProps) {
  const [dragged, setDragged] = useState<Record<string, string[]>>();
  const shown = dragged ? withItems(arrangement, dragged) : arrangement;
  const itemsByKey = () => Object.fromEntries(arrangement.map(({ key, itemIds }) => [key, [...itemIds]]));
  // Decided before the drag begins: a section that comes or goes meanwhile would move everything away from under the pointer.
  const showsUnnamed =
    arrangement.length === 1 || arrangement.some(({ key, itemIds }) => key === UNNAMED && itemIds.length > 0);
  let number = 0;
  return (
    <DragDropProvider
      plugins={(defaults) => [
        ...defaults,
        Accessibility.configure({
          announcements,
          screenReaderInstructions: { draggable: '按空格键拿起，用方向键移动。' },
        }),
      ]}
      onDragStart={() => setDragged(itemsByKey())}
      onDragOver={(event) => setDragged((now) => move(now ?? itemsByKey(), event))}
      onDragEnd={(event) => {
        if (!event.canceled && dragged) onChange(withItems(arrangement, dragged));
        setDragged(undefined);
      }}
    >
      <div className="outline">
        {shown.map(
          (section) =>
            (section.key !== UNNAMED || showsUnnamed) && (
              <Section
                key={`${section.key} ${section.title}`}
                section={section}
                onMove={(step) => onChange(moveSection(arrangement, section.key, step))}
                onRename={(title) => onChange(renameSection(arrangement, section.key, title))}
                onRemove={() => onChange(removeSection(arrangement, section.key))}
              >
                {section.itemIds.map((id, index) => {
                  const item = items.get(id);
                  number += 1;
                  return (
                    item && (
                      <Row
                        key={id}
                        item={item}
                        index={index}
                        group={section.key}
                        number={number}
                        chosen={id === chosenId}
                        onChoose={() => onChoose(id)}
                      />
                    )
                  );
                })}
              </Section>
            ),
        )}
      </div>
    </DragDropProvider>
  );
}
