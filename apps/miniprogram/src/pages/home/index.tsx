import { Edit, Eye, Search } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Page } from '@/components/Page';
import { PublishedAnswerItem } from '@/components/PublishedAnswerItem';
import { Tappable } from '@/components/Tappable';
import { WaitingLetter } from '@/components/WaitingLetter';
import { useInfiniteList, useListGestures } from '@/hooks/useInfiniteList';
import { useLargeText } from '@/hooks/useLargeText';
import { usePublicConfig } from '@/hooks/usePublicConfig';
import { useSession } from '@/hooks/useSession';
import { writeUrl } from '@/navigation/letters';
import { accessible } from '@/theme/accessible';
import { LatestLetters } from './LatestLetters';
import './index.scss';

/** A few questions at first; the rest comes by scrolling on. */
const QUESTIONS = 5;

function LargeTextSwitch() {
  const { large, setLarge } = useLargeText();
  return (
    <Tappable className="home__reading" role="switch" checked={large} label="大字版" onTap={() => setLarge(!large)}>
      <View className="home__reading-icon" {...accessible({ hidden: true })}>
        <Eye size={20} color="currentColor" />
      </View>
      <View>{large ? '换回标准字' : '大字版'}</View>
    </Tappable>
  );
}

/** What this is, how to write and to whom, what came of my letters, and what others ask. Open to everyone. */
export default function HomePage() {
  const { signedIn } = useSession();
  const config = usePublicConfig();
  const questions = useInfiniteList({
    queryKey: ['published-answers'],
    load: (cursor, signal) => api.get('/api/v1/published-answers', { query: { cursor, limit: QUESTIONS }, signal }),
  });
  useListGestures(questions);
  const promise = config ? `，${config.firstAnswerWorkingDays} 个工作日内给您答复` : '，件件有答复';
  return (
    <Page title="连心桥" tab="home">
      <View className="home__hero">
        <View className="home__top">
          <View className="home__slogan">委员听民声，件件有回音</View>
          <LargeTextSwitch />
        </View>
        <View className="home__what">{`在这里给政协委员写信，说说您的事${promise}。`}</View>
        <View className="home__actions">
          <Button block kind="primary" icon={<Edit size={22} color="currentColor" />} href={writeUrl()}>
            写信给委员
          </Button>
          <Button block icon={<Search size={22} color="currentColor" />} href="/pages/find/index">
            找委员
          </Button>
        </View>
      </View>
      <WaitingLetter />
      {signedIn && <LatestLetters />}
      <View className="lx-heading">大家问过的</View>
      <InfiniteListView
        list={questions}
        keyOf={(answer) => answer.id}
        label="大家问过的问题和答复"
        empty={<Empty title="还没有公开的答复" text="大家常问的事，办公室整理后会放在这里。" />}
      >
        {(answer) => <PublishedAnswerItem answer={answer} />}
      </InfiniteListView>
    </Page>
  );
}
