import { View } from '@tarojs/components';
import type { LetterMessage } from '@/api/types';
import { formatMoment } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import { Button } from '../Button';
import { Notice } from '../Notice';
import { PhotoGrid } from '../PhotoGrid';
import './index.scss';

const PURPOSE_WORDS: Record<LetterMessage['purpose'], string> = {
  letter: '来信',
  answer: '答复',
  follow_up: '追问',
  reopen: '重新打开的理由',
  transfer: '转交说明',
  refer: '转其他渠道的说明',
  return: '退回说明',
  rate: '评价',
  relay: '转告办理结果',
  heard: '对结果的评价',
};

const APPEAL_WORDS: Record<Exclude<LetterMessage['appeal'], 'none'>, string> = {
  open: '您已申请复核，政协办公室正在处理。',
  upheld: '复核通过，内容已恢复。',
  rejected: '政协办公室复核后，维持原来的审核结果。',
};

interface LetterThreadProps {
  readonly messages: readonly LetterMessage[];
  /** Whose messages are the reader's own; they stand on a coloured ground and are named `我`. */
  readonly own: LetterMessage['author'] | undefined;
  /** Asks the office to look again at an own message that was withheld. */
  readonly onAppeal?: (message: LetterMessage) => void;
}

function CheckNotice({ message, onAppeal }: { readonly message: LetterMessage; readonly onAppeal?: () => void }) {
  if (message.checkState === 'checking') {
    return <Notice>这段内容正在审核，通过后对方才能看到。您不用做什么。</Notice>;
  }
  if (message.checkState !== 'withheld') return null;
  return (
    <Notice tone="bad" title="这段内容没有通过审核，对方看不到">
      <View>{`原因：${message.rule ?? '不符合发布要求'}。`}</View>
      {message.appeal !== 'none' && <View>{APPEAL_WORDS[message.appeal]}</View>}
      {message.appealable && onAppeal && (
        <View className="lx-thread__appeal">
          <View>如果您认为判断有误，可以请政协办公室的工作人员再看一遍。</View>
          <Button onTap={onAppeal}>申请复核</Button>
        </View>
      )}
    </Notice>
  );
}

/** What writer and member have written to each other, in order, with photos and the result of checking. */
export function LetterThread({ messages, own, onAppeal }: LetterThreadProps) {
  return (
    <View className="lx-stack" {...accessible({ role: 'list', label: '往来内容' })}>
      {messages.map((message) => (
        <View
          key={message.id}
          className={`lx-card lx-thread__message ${message.author === own ? 'lx-thread__message--own' : ''}`}
          {...accessible({ role: 'listitem' })}
        >
          <View className="lx-thread__head">
            <View className="lx-thread__author">
              {`${message.author === own ? '我' : `${message.authorName}${message.author === 'member' ? '委员' : ''}`} · ${PURPOSE_WORDS[message.purpose]}`}
            </View>
            <View className="lx-soft lx-small">{formatMoment(message.at)}</View>
          </View>
          <View className="lx-prose">{message.text}</View>
          <PhotoGrid photos={message.photos} />
          <CheckNotice message={message} onAppeal={onAppeal && (() => onAppeal(message))} />
        </View>
      ))}
    </View>
  );
}
