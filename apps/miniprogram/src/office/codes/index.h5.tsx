import { App, Button, Input, Modal, Segmented, Space, Table } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { MemberLink } from '@/api/types';
import { ErrorState } from '@/components/ErrorState';
import { Tag } from '@/components/Tag';
import { formatMoment } from '@/format/dates';
import { DeskShell } from '../DeskShell';
import { MoreRows } from '../parts/MoreRows';
import { IssuedCode } from './IssuedCode';
import { standingOf, useMemberLinks } from './useMemberLinks';

type Shown = 'all' | 'linked' | 'unlinked';

const LINKED: Record<Shown, boolean | undefined> = { all: undefined, linked: true, unlinked: false };

function Codes() {
  const { list, words, setWords, linked, setLinked, issued, putAway, issue, withdraw, unlink } = useMemberLinks();
  const { modal, message } = App.useApp();
  const [busyId, setBusyId] = useState<string>();
  const attempt = async (link: MemberLink, change: (link: MemberLink) => Promise<unknown>, done?: string) => {
    setBusyId(link.memberId);
    try {
      await change(link);
      if (done) void message.success(done);
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusyId(undefined);
    }
  };
  const askToUnlink = (link: MemberLink) =>
    modal.confirm({
      title: `解除${link.memberName}委员的关联？`,
      content: '该委员会立即退出登录，之后要用新的关联码才能再收信。',
      okText: '解除关联',
      okButtonProps: { danger: true },
      onOk: () => attempt(link, unlink, '已经解除关联'),
    });
  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  return (
    <>
      <Space wrap className="desk-toolbar">
        <Input.Search
          allowClear
          aria-label="搜索委员"
          placeholder="委员姓名或拼音首字母"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Segmented<Shown>
          aria-label="按关联情况筛选"
          value={linked === undefined ? 'all' : linked ? 'linked' : 'unlinked'}
          onChange={(shown) => setLinked(LINKED[shown])}
          options={[
            { value: 'all', label: '全部' },
            { value: 'unlinked', label: '未关联' },
            { value: 'linked', label: '已关联' },
          ]}
        />
      </Space>
      <Table<MemberLink>
        rowKey="memberId"
        loading={list.status === 'loading'}
        dataSource={[...list.items]}
        pagination={false}
        scroll={{ x: 860 }}
        locale={{ emptyText: '没有找到委员' }}
        columns={[
          { title: '委员', dataIndex: 'memberName', width: 140 },
          { title: '界别', dataIndex: 'sectorName' },
          {
            title: '情况',
            width: 130,
            render: (_, link) => <Tag tone={link.linkedAt ? 'good' : 'calm'}>{standingOf(link)}</Tag>,
          },
          {
            title: '时间',
            width: 200,
            render: (_, link) => {
              if (link.linkedAt) return `${formatMoment(link.linkedAt)} 关联`;
              return link.codeExpiresAt ? `码 ${formatMoment(link.codeExpiresAt)} 到期` : '';
            },
          },
          {
            title: '操作',
            width: 220,
            render: (_, link) => (
              <Space>
                {!link.linkedAt && (
                  <Button
                    size="small"
                    type={link.codeId ? 'default' : 'primary'}
                    loading={busyId === link.memberId}
                    aria-label={`给${link.memberName}发关联码`}
                    onClick={() => void attempt(link, issue)}
                  >
                    {link.codeId ? '重新发码' : '发关联码'}
                  </Button>
                )}
                {link.codeId && (
                  <Button
                    size="small"
                    aria-label={`收回${link.memberName}的码`}
                    onClick={() => void attempt(link, withdraw, '码已经收回')}
                  >
                    收回
                  </Button>
                )}
                {link.linkedAt && (
                  <Button
                    size="small"
                    danger
                    aria-label={`解除${link.memberName}的关联`}
                    onClick={() => askToUnlink(link)}
                  >
                    解除关联
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      <MoreRows list={list} />
      <Modal open={issued !== undefined} title="关联码" footer={null} maskClosable={false} onCancel={putAway}>
        {issued && <IssuedCode issued={issued} onPutAway={putAway} />}
      </Modal>
    </>
  );
}

/** One-time codes by which members link their WeChat account to the directory. */
export default function CodesPage() {
  return (
    <DeskShell title="关联码" url="/office/codes/index">
      <Codes />
    </DeskShell>
  );
}
