import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { useSession } from '@/hooks/useSession';
import { letterUrl, writeUrl } from '@/navigation/letters';
import { acknowledgeOutcome, sendPendingLetter, useOutbox } from '@/outbox';
import { Button } from '../Button';
import { Notice } from '../Notice';
import './index.scss';

/** What became of the letter that was sent off while the network was gone; nothing where there is none. */
export function WaitingLetter() {
  const { account } = useSession();
  const { pending, sending, sent, refusal } = useOutbox();
  if (pending && pending.accountId === account?.id) {
    return (
      <Notice tone="warn" title={sending ? '正在寄出' : '正在等网络'}>
        <View>{`写给${pending.memberName}委员的信还没有送到，已经保存在本机，连上网会自动寄出。`}</View>
        <View className="waiting-letter__action">
          <Button busy={sending} onTap={() => void sendPendingLetter()}>
            现在再试
          </Button>
        </View>
      </Notice>
    );
  }
  if (sent) {
    return (
      <Notice tone="good" title="信已寄出" urgent>
        <View>{`写给${sent.member.name}委员的信已经送到，编号 ${sent.reference}。`}</View>
        <View className="waiting-letter__action">
          <Button href={letterUrl(sent.id)} onTap={acknowledgeOutcome}>
            看看这封信
          </Button>
        </View>
      </Notice>
    );
  }
  if (refusal === undefined) return null;
  return (
    <Notice tone="bad" title="信没有寄出" urgent>
      <View>{sentenceOf(refusal)}</View>
      <View className="waiting-letter__action">
        <Button href={writeUrl()}>去修改</Button>
      </View>
    </Notice>
  );
}
