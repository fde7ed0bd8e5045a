import { LETTER_CATEGORY_LABELS, NAME_DISPLAY_LABELS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Letter, LetterMessage } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Facts } from '@/components/Facts';
import { LetterThread } from '@/components/LetterThread';
import { LinkRow } from '@/components/LinkRow';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { Stars } from '@/components/Stars';
import { StateTag } from '@/components/StateTag';
import { newIdempotencyKey } from '@/hooks/useDraft';
import { memberUrl, writeUrl } from '@/navigation/letters';
import { Heard } from './Heard';
import { Journey } from './Journey';
import { LetterActions } from './LetterActions';
import { Standing } from './Standing';
import { useLetter, useLetterAction, useMarkRead } from './useLetter';
import { useOnward } from './useOnward';
import './index.scss';

function Head({ letter }: { readonly letter: Letter }) {
  return (
    <View className="lx-card">
      <View className="letter-view__title">{letter.title}</View>
      <View className="letter-view__tags">
        <StateTag state={letter.state} />
        <DeadlineTag state={letter.deadline} dueAt={letter.firstAnswerDue} />
      </View>
      <View className="lx-soft">{letter.reference}</View>
      <LinkRow
        title={`写给${letter.member.name}委员`}
        text={letter.member.sectorName}
        href={memberUrl(letter.member.id)}
      />
    </View>
  );
}

function Appeal({ letter, message, onClose }: { letter: Letter; message: LetterMessage; onClose: () => void }) {
  const act = useLetterAction(letter.id);
  const [idempotencyKey] = useState(newIdempotencyKey);
  const appeal = (reason: string) =>
    act(() =>
      api.post('/api/v1/letters/{id}/appeal', {
        path: { id: letter.id },
        body: { messageId: message.id, reason, version: letter.version },
        idempotencyKey,
      }),
    );
  return (
    <ConfirmDialog
      open
      title="申请复核"
      confirmWord="提交申请"
      reason={{ label: '为什么认为判断有误' }}
      onConfirm={appeal}
      onClose={onClose}
    >
      政协办公室的工作人员会看这段内容，并决定是否送出。每段内容可以申请一次。
    </ConfirmDialog>
  );
}

function Outcome({ letter }: { readonly letter: Letter }) {
  const { referral, returnReason, rating, ratingWords } = letter;
  return (
    <>
      {referral && (
        <Notice tone="warn" title={`这件事请找：${referral.channelName}`}>
          <View>{`联系方式：${referral.contact}`}</View>
          <View>{`委员的说明：${referral.reason}`}</View>
        </Notice>
      )}
      {returnReason && (
        <Notice tone="warn" title="委员退回了这封信">
          <View>{`说明：${returnReason}`}</View>
          <View className="letter-view__again">
            <Button href={writeUrl(letter.member.id)}>补充后再写一封</Button>
          </View>
        </Notice>
      )}
      {rating !== null && (
        <View className="lx-card">
          <View className="letter-view__label">我的评价</View>
          <Stars value={rating} />
          {ratingWords && <View className="lx-prose">{ratingWords}</View>}
        </View>
      )}
    </>
  );
}

function consentOf({ consentOpinion, consentName }: Letter): string {
  if (!consentOpinion) return '不同意';
  return consentName ? '同意，可以写我的姓名' : '同意，不写我的姓名';
}

interface LetterViewProps {
  readonly id: string;
}

/** One own letter, whole: where it stands, what may be done, what was said, and its journey. */
export function LetterView({ id }: LetterViewProps) {
  const query = useLetter(id);
  const [appealing, setAppealing] = useState<LetterMessage>();
  const onward = useOnward(id).data;
  useMarkRead(query.data);
  return (
    <QueryView query={query} loading={<Loading label="正在加载来信" />}>
      {(letter) => (
        <View className="lx-stack">
          <Head letter={letter} />
          <Notice tone={letter.state === 'withheld' ? 'bad' : 'good'} title="接下来">
            {letter.nextStep}
          </Notice>
          {onward?.matters.map((matter, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was made of a letter has no other name, and keeps its place.
            <Standing key={at} matter={matter} />
          ))}
          {onward && <Heard letterId={letter.id} heard={onward.heard} />}
          <Outcome letter={letter} />
          <LetterActions letter={letter} />
          <View className="lx-heading">往来内容</View>
          <LetterThread
            messages={letter.messages}
            own="writer"
            onAppeal={letter.allowedActions.includes('appeal') ? setAppealing : undefined}
          />
          <View className="lx-heading">办理过程</View>
          <View className="lx-card">
            <Journey letter={letter} onward={onward} />
          </View>
          <View className="lx-card">
            <Facts
              facts={[
                ['类别', LETTER_CATEGORY_LABELS[letter.category]],
                ['地点', letter.place?.name],
                ['所在乡镇', letter.townshipName],
                ['姓名', `${NAME_DISPLAY_LABELS[letter.nameDisplay]}（委员看到：${letter.writerName}）`],
                ['用于意见建议', consentOf(letter)],
              ]}
            />
          </View>
          {appealing && <Appeal letter={letter} message={appealing} onClose={() => setAppealing(undefined)} />}
        </View>
      )}
    </QueryView>
  );
}
