import { useRouter } from '@tarojs/taro';
import { Empty } from '@/components/Empty';
import { DeskShell } from '../DeskShell';
import { OfficeLetter } from '../parts/OfficeLetter';

/** One letter that has come to the office or to member affairs. */
export default function OfficeLetterPage() {
  const { id } = useRouter().params;
  return (
    <DeskShell title="来信" url="/office/letter/index">
      {id ? <OfficeLetter id={id} /> : <Empty kind="error" title="没有这封信" text="请从超期来信打开。" />}
    </DeskShell>
  );
}
