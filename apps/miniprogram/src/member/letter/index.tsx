import { useQueryClient } from '@tanstack/react-query';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import { RequireMember } from '../parts/RequireMember';
import { LetterWork } from './LetterWork';

/** One letter to the member signed in (Art. 14). */
export default function MemberLetterPage() {
  const { id } = useRouter().params;
  const queries = useQueryClient();
  usePullDownRefresh(() => {
    void queries.invalidateQueries({ queryKey: ['letters', id] }).finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page title="来信">
      <RequireMember>
        {() => (id ? <LetterWork id={id} /> : <Empty kind="error" title="没有这封信" text="请从来信列表打开。" />)}
      </RequireMember>
    </Page>
  );
}
