import { MAILBOX_BOX_LABELS, type MailboxBox } from '@lianxin/shared';
import { Edit, Mail, User } from '@nutui/icons-react-taro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { api } from '@/api/client';
import { Button } from '@/components/Button';
import { LinkRow } from '@/components/LinkRow';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Tappable } from '@/components/Tappable';
import { pageUrl } from '@/navigation';
import { accessible } from '@/theme/accessible';
import { MailboxCard } from '../parts/MailboxCard';
import { RequireMember } from '../parts/RequireMember';
import { FEEDBACKS_KEY, OPINIONS_KEY, RELAYS_KEY, VOICES_KEY } from '../parts/upward-keys';
import { MAILBOX_KEY, useMailboxCounts } from '../parts/useMailboxCounts';
import { Upward } from './Upward';
import './index.scss';

const TILES: readonly MailboxBox[] = ['new', 'waiting', 'due_soon', 'overdue', 'answered'];
const INBOX = '/member/inbox/index';
/** Letters shown of each box that presses. */
const NEXT = 5;

function useBox(box: MailboxBox) {
  return useQuery({
    queryKey: [...MAILBOX_KEY, 'next', box],
    queryFn: ({ signal }) => api.get('/api/v1/mailbox/letters', { query: { box, limit: NEXT }, signal }),
  });
}

function Tiles() {
  const counts = useMailboxCounts();
  return (
    <QueryView query={counts}>
      {(data) => (
        <View className="workbench__tiles">
          {TILES.map((box) => (
            <Tappable
              key={box}
              className={`lx-card workbench__tile workbench__tile--${data[box] > 0 ? box : 'none'}`}
              href={pageUrl(INBOX, { box })}
              label={`${MAILBOX_BOX_LABELS[box]} ${data[box]} 封`}
            >
              <View className="workbench__count">{String(data[box])}</View>
              <View>{MAILBOX_BOX_LABELS[box]}</View>
            </Tappable>
          ))}
        </View>
      )}
    </QueryView>
  );
}

function NextLetters() {
  const overdue = useBox('overdue');
  const dueSoon = useBox('due_soon');
  return (
    <QueryView query={overdue}>
      {(late) => (
        <QueryView query={dueSoon}>
          {(soon) => {
            const letters = [...late.items, ...soon.items].slice(0, NEXT);
            if (letters.length === 0) return <Notice tone="good">眼下没有快到期的来信。</Notice>;
            return (
              <View className="lx-stack" {...accessible({ role: 'list', label: '最近要回复的来信' })}>
                {letters.map((letter) => (
                  <MailboxCard
                    key={letter.id}
                    letter={letter}
                    href={pageUrl('/member/letter/index', { id: letter.id })}
                  />
                ))}
              </View>
            );
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

function Workbench({ memberId }: { readonly memberId: string }) {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all(
      [MAILBOX_KEY, OPINIONS_KEY, VOICES_KEY, FEEDBACKS_KEY, RELAYS_KEY].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  useDidShow(() => void refresh());
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <View>
      <Tiles />
      <View className="workbench__main">
        <Button kind="primary" block href={pageUrl(INBOX, { box: 'waiting' })}>
          去回复来信
        </Button>
      </View>
      <View className="lx-heading" {...accessible({ role: 'heading' })}>
        最近要回复的
      </View>
      <NextLetters />
      <Upward />
      <View className="lx-card lx-rows workbench__links">
        <LinkRow title="全部来信" icon={<Mail size={20} />} href={pageUrl(INBOX, { box: 'all' })} />
        <LinkRow
          title="回复模板"
          text="常用的话存下来，回复时一点就有"
          icon={<Edit size={20} />}
          href="/member/templates/index"
        />
        <LinkRow
          title="我的公开页"
          text="群众看到的样子"
          icon={<User size={20} />}
          href={pageUrl('/pages/member/index', { id: memberId })}
        />
      </View>
    </View>
  );
}

/** A member's place of work: what waits, what presses, and the ways on. */
export default function WorkbenchPage() {
  return (
    <Page title="委员工作台">
      <RequireMember>{(memberId) => <Workbench memberId={memberId} />}</RequireMember>
    </Page>
  );
}
