import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { NoticeConsent } from '@/components/NoticeConsent';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { RequireSession } from '@/components/RequireSession';
import { Timeline } from '@/components/Timeline';
import { usePublicConfig } from '@/hooks/usePublicConfig';
import { letterUrl } from '@/navigation/letters';
import { useLetter } from '../letter/useLetter';
import './index.scss';

function Sent({ id }: { readonly id: string }) {
  const config = usePublicConfig();
  const query = useLetter(id);
  return (
    <QueryView query={query}>
      {(letter) => (
        <View className="lx-stack">
          <View className="lx-card sent__receipt">
            <View className="sent__thanks">信已寄出，谢谢您</View>
            <View className="lx-soft">您的来信编号</View>
            <View className="sent__number">{letter.reference}</View>
            <View>{letter.nextStep}</View>
          </View>
          <View className="lx-heading">接下来会怎样</View>
          <View className="lx-card">
            <Timeline
              steps={[
                { key: 'sent', title: '我们收到了您的信', at: letter.sentAt },
                { key: 'checked', title: '内容审核，一般几分钟', at: letter.deliveredAt ?? undefined },
                {
                  key: 'answer',
                  title: `${letter.member.name}委员答复您`,
                  text: config && `从送达算起 ${config.firstAnswerWorkingDays} 个工作日内`,
                },
                { key: 'close', title: '您可以追问、评价，事情了结后办结' },
              ]}
            />
          </View>
          <NoticeConsent templates={['letter_answered', 'letter_status']} why="委员答复时，要不要用微信提醒您？" />
          <Button block kind="primary" href={letterUrl(letter.id)}>
            看看这封信
          </Button>
          <Button block href="/pages/home/index">
            回到首页
          </Button>
        </View>
      )}
    </QueryView>
  );
}

/** After a letter has been taken in: its number, and what happens next and by when. */
export default function SentPage() {
  const id = useRouter<{ id?: string }>().params.id ?? '';
  return (
    <Page title="已收到您的来信">
      <RequireSession why="登录后可以查看您的来信。">{() => <Sent id={id} />}</RequireSession>
    </Page>
  );
}
