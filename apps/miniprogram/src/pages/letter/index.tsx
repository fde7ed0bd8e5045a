import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { Page } from '@/components/Page';
import { RequireSession } from '@/components/RequireSession';
import { LetterView } from './LetterView';
import { useLetter } from './useLetter';

function LetterScreen({ id }: { readonly id: string }) {
  const { refetch } = useLetter(id);
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh());
  });
  return <LetterView id={id} />;
}

/** One of the own letters. */
export default function LetterPage() {
  const id = useRouter<{ id?: string }>().params.id ?? '';
  return (
    <Page title="来信">
      <RequireSession why="登录后可以查看您的来信和答复。">{() => <LetterScreen id={id} />}</RequireSession>
    </Page>
  );
}
