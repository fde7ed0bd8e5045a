import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Letter, LetterMessage, MemberSummary } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Empty } from '@/components/Empty';
import { LetterFacts } from '@/components/LetterFacts';
import { LetterThread } from '@/components/LetterThread';
import { Notice } from '@/components/Notice';
import { NoticeConsent } from '@/components/NoticeConsent';
import { QueryView } from '@/components/QueryView';
import { Stars } from '@/components/Stars';
import { Timeline } from '@/components/Timeline';
import { formatDate } from '@/format/dates';
import { replacePage } from '@/navigation';
import { accessible } from '@/theme/accessible';
import { AnswerForm } from './AnswerForm';
import { DrawOpinion } from './DrawOpinion';
import { LetterActions } from './LetterActions';
import { LetterNotes } from './LetterNotes';
import { useMemberLetter } from './useMemberLetter';
import './index.scss';

interface LetterWorkProps {
  readonly id: string;
}

interface LetterProps {
  readonly letter: Letter;
  readonly act: (change: () => Promise<Letter>) => Promise<Letter>;
  readonly latest: () => Letter | undefined;
  readonly onTransferred: (member: MemberSummary) => void;
}

function Rating({ letter }: { readonly letter: Letter }) {
  if (letter.rating === null) return null;
  return (
    <View className="lx-card">
      <View className="member-letter__part">写信人的评价</View>
      <Stars value={letter.rating} />
      {letter.ratingWords && <View className="lx-prose">{letter.ratingWords}</View>}
    </View>
  );
}

function OpenLetter({ letter, act, latest, onTransferred }: LetterProps) {
  const [unsent, setUnsent] = useState(false);
  const [appealed, setAppealed] = useState<LetterMessage>();
  const [sent, setSent] = useState(false);
  const answering = unsent || letter.allowedActions.includes('answer');
  return (
    <View className="lx-stack">
      <LetterFacts letter={letter} />
      {letter.snoozedUntil && (
        <Notice tone="warn">{`您选了稍后处理，${formatDate(letter.snoozedUntil)}回到“待我回复”。`}</Notice>
      )}
      <Notice>{letter.nextStep}</Notice>
      <LetterThread messages={letter.messages} own="member" onAppeal={setAppealed} />
      <Rating letter={letter} />
      {sent && (
        <>
          <Notice tone="good" title="回复已经交出" urgent>
            审核通过后写信人就能看到，通常只要几分钟。
          </Notice>
          <NoticeConsent
            templates={['letter_received', 'letter_due']}
            why="下次有来信或快到期时，要不要用微信提醒您？"
          />
        </>
      )}
      {answering && (
        <AnswerForm letter={letter} act={act} latest={latest} onUnsent={setUnsent} onSent={() => setSent(true)} />
      )}
      <DrawOpinion letter={letter} />
      <LetterActions letter={letter} act={act} onTransferred={onTransferred} />
      <LetterNotes letter={letter} act={act} />
      <View className="lx-card">
        <View className="member-letter__part" {...accessible({ role: 'heading' })}>
          办理过程
        </View>
        <Timeline
          steps={letter.journey.map((step) => ({
            key: step.id,
            title: step.title,
            at: step.at,
            text: step.detail ?? undefined,
          }))}
        />
      </View>
      <ConfirmDialog
        open={appealed !== undefined}
        title="申请复核"
        confirmWord="请办公室复核"
        reason={{ label: '为什么认为判断有误' }}
        onConfirm={(reason) =>
          act(() =>
            api.post('/api/v1/letters/{id}/appeal', {
              path: { id: letter.id },
              body: { version: letter.version, messageId: appealed?.id ?? '', reason },
              // One appeal a message, so the message names it.
              idempotencyKey: `appeal-${appealed?.id}`,
            }),
          )
        }
        onClose={() => setAppealed(undefined)}
      >
        政协办公室的工作人员会看这段内容，并告诉您结果。
      </ConfirmDialog>
    </View>
  );
}

/** A letter of the own mailbox with everything that its addressee may do; a page on a phone, the second pane on a wide screen. */
export function LetterWork({ id }: LetterWorkProps) {
  const { query, act, latest } = useMemberLetter(id);
  const [newAddressee, setNewAddressee] = useState<MemberSummary>();
  if (newAddressee) {
    return (
      <Empty title={`已转给${newAddressee.name}委员`} text="由对方回复写信人，您不用再做什么。">
        <Button kind="primary" onTap={() => replacePage('/member/inbox/index')}>
          回到来信
        </Button>
      </Empty>
    );
  }
  return (
    <QueryView query={query}>
      {(letter) => <OpenLetter letter={letter} act={act} latest={latest} onTransferred={setNewAddressee} />}
    </QueryView>
  );
}
