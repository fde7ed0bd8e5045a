import type { IntakeBox } from '@lianxin/shared';
import { useRouter } from '@tarojs/taro';
import { App, Button, type InputRef, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { IntakeItem } from '@/api/types';
import { ErrorState } from '@/components/ErrorState';
import { useSession } from '@/hooks/useSession';
import { useWide } from '@/hooks/useWide';
import { DeskShell } from '../DeskShell';
import { deskRoleOf } from '../DeskShell/desks';
import { KeyHelp } from '../parts/KeyHelp';
import { MoreRows } from '../parts/MoreRows';
import { useColleagues } from '../parts/useSubmissionDesk';
import { IntakeBeside } from './IntakeBeside';
import { IntakePhone } from './IntakePhone';
import { IntakeTable } from './IntakeTable';
import { IntakeToolbar } from './IntakeToolbar';
import { useIntake } from './useIntake';
import { useIntakeKeys } from './useIntakeKeys';
import './index.scss';

const EMPTY_WORDS: Record<IntakeBox, string> = {
  mine: '没有由您负责的意见',
  unassigned: '每一件都有人负责了',
  open: '没有等待采集的意见',
  overdue: '没有超期的意见',
  accepted: '没有等待汇总的意见',
  waiting_longest: '没有在等的意见',
  all: '没有找到意见',
};

function WideIntake({ intake }: { readonly intake: ReturnType<typeof useIntake> }) {
  const { message, modal } = App.useApp();
  const { roles, role, account } = useSession();
  const { list, current, chosen, filter } = intake;
  const colleagues = useColleagues();
  const search = useRef<InputRef>(null);
  const [open, setOpen] = useState(false);
  const [helping, setHelping] = useState(false);

  const attempt = async (change: () => Promise<unknown>, done: string) => {
    try {
      await change();
      void message.success(done);
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  const askToAccept = (item: IntakeItem) =>
    modal.confirm({
      title: '采集这件意见？',
      content: `“${item.title}”会得到编号，并通知委员。`,
      okText: '采集',
      onOk: () => attempt(() => intake.accept(item), '已采集'),
    });
  const giveTo = async (accountId: string) => {
    const name = colleagues.data?.find((one) => one.accountId === accountId)?.name ?? '';
    const failed = await intake.assignAll(chosen, accountId);
    if (failed > 0) void message.warning(`${failed} 件没有分配成功，请看看是否已经离开这里`);
    else {
      void message.success(`${chosen.length} 件交给${name}负责`);
      intake.choose([]);
    }
  };
  const keys = useIntakeKeys({
    intake,
    open,
    setOpen,
    askToAccept,
    takeOn: (item) => account && void attempt(() => intake.assign(item, account.id), '由您负责'),
    search,
    help: () => setHelping(true),
  });

  if (list.status === 'error') return <ErrorState error={list.error} onRetry={() => void list.refresh()} />;
  const beside = open && current;
  return (
    <>
      <IntakeToolbar intake={intake} oneSector={deskRoleOf(roles, role) === 'convener'} search={search}>
        <KeyHelp keys={keys} open={helping} onOpen={setHelping} />
      </IntakeToolbar>
      {chosen.length > 0 && (
        <Space wrap className="intake__bulk" role="region" aria-label="已选的意见">
          <strong>{`已选 ${chosen.length} 件`}</strong>
          <Select
            className="intake__select"
            aria-label="交给谁负责"
            placeholder="交给谁负责"
            value={null}
            onChange={(accountId: string | null) => accountId && void giveTo(accountId)}
            options={(colleagues.data ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
          <Button onClick={() => intake.choose([])}>不选了</Button>
        </Space>
      )}
      {beside ? (
        <IntakeBeside intake={intake} current={current} onClose={() => setOpen(false)} />
      ) : (
        <>
          <IntakeTable
            intake={intake}
            onOpen={() => setOpen(true)}
            emptyText={intake.asked.query ? '没有找到意见，换个词试试' : EMPTY_WORDS[filter.box]}
          />
          <MoreRows list={list} />
        </>
      )}
    </>
  );
}

function Intake() {
  const intake = useIntake(useRouter().params);
  return useWide() ? <WideIntake intake={intake} /> : <IntakePhone intake={intake} />;
}

/** What was handed in to the own desk: taken up, given to somebody, accepted. */
export default function IntakePage() {
  return (
    <DeskShell title="意见受理" url="/office/intake/index">
      <Intake />
    </DeskShell>
  );
}
