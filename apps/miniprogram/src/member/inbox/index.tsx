import { MAILBOX_BOX_LABELS } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Page } from '@/components/Page';
import { TwoPane } from '@/components/TwoPane';
import { useListGestures } from '@/hooks/useInfiniteList';
import { useWide } from '@/hooks/useWide';
import { pageUrl } from '@/navigation';
import { LetterWork } from '../letter/LetterWork';
import { MailboxCard } from '../parts/MailboxCard';
import { RequireMember } from '../parts/RequireMember';
import { MAILBOX_KEY } from '../parts/useMailboxCounts';
import { InboxFilters } from './InboxFilters';
import { boxOf, useInbox } from './useInbox';
import './index.scss';

function InboxContent() {
  const { params } = useRouter();
  const wide = useWide();
  const queries = useQueryClient();
  const inbox = useInbox(boxOf(params.box));
  const [chosenId, setChosenId] = useState<string>();
  useListGestures(inbox.list);
  useDidShow(() => void queries.invalidateQueries({ queryKey: MAILBOX_KEY }));

  const list = (
    <View>
      <InboxFilters inbox={inbox} />
      <InfiniteListView
        list={inbox.list}
        keyOf={(letter) => letter.id}
        label={MAILBOX_BOX_LABELS[inbox.filter.box]}
        empty={
          inbox.narrowed ? (
            <Empty title="没有找到这样的来信" text="换个词，或者去掉一些条件再试。" />
          ) : (
            <Empty title={`“${MAILBOX_BOX_LABELS[inbox.filter.box]}”里没有来信`} text="有新来信时会通知您。" />
          )
        }
      >
        {(letter) =>
          wide ? (
            <MailboxCard letter={letter} selected={letter.id === chosenId} onTap={() => setChosenId(letter.id)} />
          ) : (
            <MailboxCard letter={letter} href={pageUrl('/member/letter/index', { id: letter.id })} />
          )
        }
      </InfiniteListView>
    </View>
  );
  const detail = chosenId ? (
    <LetterWork key={chosenId} id={chosenId} />
  ) : (
    <Empty title="请在左边选一封来信" text="选中以后在这里看信、回复。" />
  );
  return <TwoPane list={list} detail={detail} />;
}

/** A member's inbox (Art. 14): boxes, search and filters; from 1024 px the letter stands beside the list. */
export default function InboxPage() {
  return (
    <Page title="收到的来信" wide>
      <RequireMember>{() => <InboxContent />}</RequireMember>
    </Page>
  );
}
