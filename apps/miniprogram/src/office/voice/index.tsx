import { useRouter } from '@tarojs/taro';
import { Empty } from '@/components/Empty';
import { DeskPage } from '../parts/DeskPage';
import { VoiceDesk } from './VoiceDesk';

/** One sector voice. */
export default function VoicePage() {
  const { id } = useRouter().params;
  return (
    <DeskPage title="界别集体声音" url="/office/voice/index">
      {id ? <VoiceDesk id={id} /> : <Empty kind="error" title="没有这份集体声音" text="请从界别意见或意见受理打开。" />}
    </DeskPage>
  );
}
