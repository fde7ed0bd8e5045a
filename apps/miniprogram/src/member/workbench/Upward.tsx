import { ArrowUp, Comment, Message, Order } from '@nutui/icons-react-taro';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { Button } from '@/components/Button';
import { LinkRow } from '@/components/LinkRow';
import { UnreadDot } from '@/components/UnreadDot';
import { opinionBeginUrl } from '@/navigation/member';
import { accessible } from '@/theme/accessible';
import { OPINIONS_KEY, RELAYS_KEY } from '../parts/upward-keys';
import { opinionsInWords, relaysInWords } from './upward-words';

/** What a member reflects upward and what comes back, with what waits in each. */
export function Upward() {
  const opinions = useQuery({
    queryKey: [...OPINIONS_KEY, 'counts'],
    queryFn: ({ signal }) => api.get('/api/v1/opinions/counts', { signal }),
  }).data;
  const relays = useQuery({
    queryKey: [...RELAYS_KEY, 'counts'],
    queryFn: ({ signal }) => api.get('/api/v1/relays/counts', { signal }),
  }).data;
  return (
    <View>
      <View className="lx-heading" {...accessible({ role: 'heading' })}>
        向上反映
      </View>
      <View className="workbench__upward">
        <Button block href={opinionBeginUrl()}>
          写一份意见建议
        </Button>
      </View>
      <View className="lx-card lx-rows">
        <LinkRow
          title="意见建议"
          text={(opinions && opinionsInWords(opinions)) ?? '我写的和请我联名的'}
          icon={<ArrowUp size={20} />}
          href="/member/opinions/index"
          extra={<UnreadDot count={opinions ? opinions.returned + opinions.cosignInvited : 0} />}
        />
        <LinkRow
          title="转告群众"
          text={(relays && relaysInWords(relays)) ?? '把结果告诉写信的人'}
          icon={<Message size={20} />}
          href="/member/relays/index"
          extra={<UnreadDot count={relays?.waiting} />}
        />
        <LinkRow
          title="采纳情况反馈"
          text="主席会议对您的意见的决定"
          icon={<Order size={20} />}
          href="/member/feedbacks/index"
        />
        <LinkRow
          title="界别集体声音"
          text="您的意见参与了的"
          icon={<Comment size={20} />}
          href="/member/voices/index"
        />
      </View>
    </View>
  );
}
