import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../Button';
import { ConfirmDialog } from '../ConfirmDialog';
import { Empty } from '../Empty';
import { KeptForm } from '../KeptForm';
import type { KeptValues } from '../KeptForm/kept';
import type { KeptList } from '../KeptForm/kept-list';
import { QueryView } from '../QueryView';
import { Tag } from '../Tag';
import './index.scss';

interface KeptCardsProps<T, V extends KeptValues> {
  readonly list: KeptList<T, V>;
}

/** A kept list on a phone: cards, and the form in their place while one is edited. */
export function KeptCards<T, V extends KeptValues>({ list }: KeptCardsProps<T, V>) {
  const [editing, setEditing] = useState<T | 'new'>();
  const [removing, setRemoving] = useState<T>();
  if (editing !== undefined) {
    const item = editing === 'new' ? undefined : editing;
    return (
      <View className="lx-card">
        <View className="lx-kept-cards__heading">{`${item ? '修改' : '新增'}${list.noun}`}</View>
        <KeptForm
          draftKey={`${list.noun}:${item ? list.keyOf(item) : 'new'}`}
          fields={list.fields}
          initial={item ? list.valuesOf(item) : list.empty}
          onSave={(values, key) => (item ? list.change(item, values) : list.create(values, key))}
          onDone={() => setEditing(undefined)}
        />
      </View>
    );
  }
  return (
    <View className="lx-stack">
      <Button kind="primary" block onTap={() => setEditing('new')}>
        {`新增${list.noun}`}
      </Button>
      <QueryView query={list.query}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={`还没有${list.noun}`} text={list.emptyText} />
          ) : (
            <View className="lx-stack">
              {items.map((item) => (
                <View key={list.keyOf(item)} className="lx-card">
                  <View className="lx-kept-cards__head">
                    <View className="lx-kept-cards__title">{list.titleOf(item)}</View>
                    {list.markOf?.(item) && <Tag>{list.markOf(item)}</Tag>}
                  </View>
                  {list.linesOf(item).map((line) => (
                    <View key={line} className="lx-prose lx-soft">
                      {line}
                    </View>
                  ))}
                  {(list.mayChange?.(item) ?? true) && (
                    <View className="lx-row lx-kept-cards__actions">
                      <Button size="small" label={`修改${list.titleOf(item)}`} onTap={() => setEditing(item)}>
                        修改
                      </Button>
                      {list.remove && (
                        <Button
                          size="small"
                          kind="danger"
                          label={`删除${list.titleOf(item)}`}
                          onTap={() => setRemoving(item)}
                        >
                          删除
                        </Button>
                      )}
                    </View>
                  )}
                </View>
              ))}
            </View>
          )
        }
      </QueryView>
      <ConfirmDialog
        open={removing !== undefined}
        title={`删除这个${list.noun}？`}
        confirmWord="删除"
        danger
        onConfirm={async () => {
          if (removing !== undefined) await list.remove?.(removing);
        }}
        onClose={() => setRemoving(undefined)}
      >
        {removing === undefined ? '' : `“${list.titleOf(removing)}”删除后不能恢复。`}
      </ConfirmDialog>
    </View>
  );
}
