import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { sendPendingLetter, takeBack } from '@/outbox';

interface WaitingProps {
  readonly sending: boolean;
  /** The letter is taken back; what is changed now is another letter for the server. */
  readonly onTakenBack: () => void;
}

/** The letter has been sent off and the network is gone: it waits here, and goes out by itself. */
export function Waiting({ sending, onTakenBack }: WaitingProps) {
  const change = () => {
    takeBack();
    onTakenBack();
  };
  return (
    <Empty
      kind="offline"
      title={sending ? '正在寄出…' : '正在等网络'}
      text="信已经保存在本机，连上网会自动寄出，只会寄出一次。您可以留在这里等，也可以先去做别的事。"
    >
      <View className="lx-stack">
        <Button block kind="primary" busy={sending} onTap={() => void sendPendingLetter()}>
          现在再试
        </Button>
        <Button block disabled={sending} onTap={change}>
          先不寄，回去修改
        </Button>
      </View>
    </Empty>
  );
}
