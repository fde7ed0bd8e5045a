import { App, Button, Drawer, Space, Table } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { ErrorState } from '@/components/ErrorState';
import { KeptForm } from '@/components/KeptForm';
import type { KeptValues } from '@/components/KeptForm/kept';
import type { KeptList } from '@/components/KeptForm/kept-list';
import { Tag } from '@/components/Tag';

interface KeptTableProps<T extends object, V extends KeptValues> {
  readonly list: KeptList<T, V>;
  /** Heads of the columns for {@link KeptList.titleOf} and {@link KeptList.linesOf}. */
  readonly titleHead: string;
  readonly linesHead: string;
}

/** A kept list on a wide screen: a table, with the form in a panel at the side. */
export function KeptTable<T extends object, V extends KeptValues>({
  list,
  titleHead,
  linesHead,
}: KeptTableProps<T, V>) {
  const { modal, message } = App.useApp();
  const [editing, setEditing] = useState<T | 'new'>();
  const item = editing === 'new' ? undefined : editing;
  const askToRemove = (removed: T) =>
    modal.confirm({
      title: `删除这个${list.noun}？`,
      content: `“${list.titleOf(removed)}”删除后不能恢复。`,
      okText: '删除',
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await list.remove?.(removed);
        } catch (error) {
          void message.error(sentenceOf(error));
        }
      },
    });
  if (list.query.isError && !list.query.data) {
    return <ErrorState error={list.query.error} onRetry={() => void list.query.refetch()} />;
  }
  return (
    <>
      <Button type="primary" className="desk-toolbar" onClick={() => setEditing('new')}>
        {`新增${list.noun}`}
      </Button>
      <Table<T>
        rowKey={list.keyOf}
        loading={list.query.isPending}
        dataSource={[...(list.query.data ?? [])]}
        pagination={false}
        scroll={{ x: 640 }}
        locale={{ emptyText: list.emptyText }}
        columns={[
          { title: titleHead, key: 'title', width: '26%', render: (_, row) => <strong>{list.titleOf(row)}</strong> },
          {
            title: linesHead,
            key: 'lines',
            render: (_, row) =>
              list.linesOf(row).map((line) => (
                <div key={line} className="desk-prose">
                  {line}
                </div>
              )),
          },
          {
            title: '状态',
            key: 'mark',
            width: 100,
            render: (_, row) => <Tag tone={list.markOf?.(row) ? 'calm' : 'good'}>{list.markOf?.(row) ?? '使用中'}</Tag>,
          },
          {
            title: '操作',
            key: 'actions',
            width: 150,
            render: (_, row) =>
              (list.mayChange?.(row) ?? true) && (
                <Space>
                  <Button size="small" aria-label={`修改${list.titleOf(row)}`} onClick={() => setEditing(row)}>
                    修改
                  </Button>
                  {list.remove && (
                    <Button
                      size="small"
                      danger
                      aria-label={`删除${list.titleOf(row)}`}
                      onClick={() => askToRemove(row)}
                    >
                      删除
                    </Button>
                  )}
                </Space>
              ),
          },
        ]}
      />
      <Drawer
        open={editing !== undefined}
        title={`${item ? '修改' : '新增'}${list.noun}`}
        width={480}
        destroyOnHidden
        onClose={() => setEditing(undefined)}
      >
        {editing !== undefined && (
          <KeptForm
            draftKey={`${list.noun}:${item ? list.keyOf(item) : 'new'}`}
            fields={list.fields}
            initial={item ? list.valuesOf(item) : list.empty}
            onSave={(values, key) => (item ? list.change(item, values) : list.create(values, key))}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Drawer>
    </>
  );
}
