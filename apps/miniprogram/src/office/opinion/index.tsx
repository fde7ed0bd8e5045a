import { useRouter } from '@tarojs/taro';
import { Empty } from '@/components/Empty';
import { DeskPage } from '../parts/DeskPage';
import { OpinionDesk } from './OpinionDesk';

/** One opinion at the desk. */
export default function OpinionPage() {
  const { id } = useRouter().params;
  return (
    <DeskPage title="意见建议" url="/office/opinion/index">
      {id ? <OpinionDesk id={id} /> : <Empty kind="error" title="没有这件意见" text="请从意见受理打开。" />}
    </DeskPage>
  );
}
