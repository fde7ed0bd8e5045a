import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Account } from '@/api/types';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { RequireSession } from '@/components/RequireSession';
import { useSession } from '@/hooks/useSession';
import { accessible } from '@/theme/accessible';
import { useMember } from '../member/MemberView';
import { CategoryStep } from './CategoryStep';
import { CheckStep } from './CheckStep';
import { isBegun, STEP_TITLES, stepsOf } from './draft';
import { MemberStep } from './MemberStep';
import { Refusal } from './Refusal';
import { useWriting, type Writing } from './useWriting';
import { Waiting } from './Waiting';
import { WordsStep } from './WordsStep';
import { YouStep } from './YouStep';
import './index.scss';

/** Takes over the member of the page's address, once. */
function useGivenMember(id: string, choose: Writing['choose']): void {
  const { data: member } = useMember(id);
  const taken = useRef(false);
  useEffect(() => {
    if (!member || taken.current) return;
    taken.current = true;
    choose(member, true);
  }, [member, choose]);
}

function Restored({ onStartAnew }: { readonly onStartAnew: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <View className="write__restored">
      <Notice tone="good" title="上次没写完的信还在">
        <View>接着写就行。</View>
        <Button kind="plain" onTap={() => setAsking(true)}>
          不要了，重新写一封
        </Button>
      </Notice>
      <ConfirmDialog
        open={asking}
        title="重新写一封"
        confirmWord="重新写"
        danger
        onConfirm={async () => onStartAnew()}
        onClose={() => setAsking(false)}
      >
        上次写的内容会被清除，不能恢复。
      </ConfirmDialog>
    </View>
  );
}

function Progress({ writing }: { readonly writing: Writing }) {
  const { draft } = writing;
  const steps = stepsOf(draft);
  return (
    <View className="write__progress">
      <View className="lx-soft">{`第 ${steps.indexOf(draft.step) + 1} 步，共 ${steps.length} 步`}</View>
      <View className="write__title" {...accessible({ role: 'heading' })}>
        {STEP_TITLES[draft.step]}
      </View>
      {draft.memberGiven && draft.member && draft.step !== 'check' && (
        <View className="lx-soft">{`写给${draft.member.name}委员（${draft.member.sector.name}）`}</View>
      )}
    </View>
  );
}

function WriteScreen({ account }: { readonly account: Account }) {
  const memberId = useRouter<{ memberId?: string }>().params.memberId ?? '';
  const writing = useWriting(account);
  const { draft, back, next, send, sending, waiting } = writing;
  const [uploading, setUploading] = useState(false);
  const [opened] = useState(draft.step);
  useGivenMember(memberId, writing.choose);

  if (waiting) {
    return (
      <Page title="写信">
        <Waiting sending={sending} onTakenBack={writing.renewKey} />
      </Page>
    );
  }
  const last = draft.step === 'check';
  const held = uploading && draft.step === 'words';
  return (
    <Page
      title="写信"
      bottom={
        <BottomBar>
          {back && (
            <Button block disabled={sending || held} onTap={back}>
              上一步
            </Button>
          )}
          <Button block kind="primary" busy={sending} disabled={held} onTap={last ? send : next}>
            {held ? '照片还在上传' : last ? '寄出' : '下一步'}
          </Button>
        </BottomBar>
      }
    >
      {writing.restored && opened === draft.step && isBegun(draft) && <Restored onStartAnew={writing.startAnew} />}
      <Progress writing={writing} />
      <Refusal problems={writing.problems} refusal={writing.refusal} />
      {draft.step === 'category' && <CategoryStep writing={writing} />}
      {draft.step === 'words' && <WordsStep writing={writing} onUploading={setUploading} />}
      {draft.step === 'member' && <MemberStep writing={writing} />}
      {draft.step === 'you' && <YouStep writing={writing} accountName={account.name} />}
      {last && <CheckStep writing={writing} accountName={account.name} />}
    </Page>
  );
}

/** Writing a letter, one question after the other (Art. 14). What is typed stays on the device until the server has it. */
export default function WritePage() {
  const { account } = useSession();
  if (account) return <WriteScreen key={account.id} account={account} />;
  return (
    <Page title="写信">
      <RequireSession why="登录后就能写信，委员的答复也能找到您。">{() => null}</RequireSession>
    </Page>
  );
}
