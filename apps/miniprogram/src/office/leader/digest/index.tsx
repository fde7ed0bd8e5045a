import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Digest } from '@/api/types';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { accessible } from '@/theme/accessible';
import { DecisionTag, DigestStateTag } from '../../digest/DigestTags';
import { meetingInWords, progressInWords } from '../../digest/digest-words';
import { RemarkForm } from '../../digest/RemarkForm';
import { RemarkList } from '../../digest/RemarkList';
import { type DigestWork, useDigest } from '../../digest/useDigest';
import { useRemarks } from '../../digest/useRemarks';
import { LeaderPage } from '../LeaderPage';
import { firstUnread, readOnWords } from '../reading-progress';
import { leaderItemUrl } from '../urls';
import { useReadItems } from '../useReadItems';
import { signableInWords } from './outcome-counts';
import './index.scss';

interface ContentsProps {
  readonly digest: Digest;
  readonly read: ReadonlySet<string>;
}

function Contents({ digest, read }: ContentsProps) {
  let section: string | null = null;
  return (
    <View className="lx-card" {...accessible({ role: 'list', label: '目录' })}>
      {digest.items.map((item) => {
        const begins = item.sectionId !== section;
        section = item.sectionId;
        const heading = digest.sections.find(({ id }) => id === item.sectionId)?.title;
        return (
          <View key={item.id} {...accessible({ role: 'listitem' })}>
            {begins && heading && (
              <View className="leader-contents__heading" {...accessible({ role: 'heading' })}>
                {heading}
              </View>
            )}
            <Tappable className="leader-contents__item" href={leaderItemUrl(digest.id, item.id)}>
              <View className="leader-contents__number">{item.position}</View>
              <View className="leader-contents__words">
                <View className="leader-contents__title">{item.submission.title}</View>
                <View className="lx-soft lx-small">
                  {`${item.submission.kindLabel} · ${item.submission.sectorName}${read.has(item.id) ? ' · 读过' : ''}`}
                </View>
                {(item.decision || item.pending || item.remarkCount > 0) && (
                  <View className="lx-row leader-contents__tags">
                    {(item.decision || item.pending) && <DecisionTag item={item} />}
                    {item.remarkCount > 0 && <Tag tone="bad">{`批注 ${item.remarkCount} 条`}</Tag>}
                  </View>
                )}
              </View>
            </Tappable>
          </View>
        );
      })}
    </View>
  );
}

interface SignOffProps {
  readonly digest: Digest;
  readonly signOffAll: DigestWork['signOffAll'];
}

/** A second person's signature under everything that somebody else recorded. */
function SignOff({ digest, signOffAll }: SignOffProps) {
  const [asking, setAsking] = useState(false);
  const words = signableInWords(digest.items);
  if (!digest.allowedActions.includes('sign_off') || words === '') return null;
  return (
    <>
      <Notice tone="warn" title="有决定等您签发">
        <View>{`${words}。请先在目录里核对，再一起签发；也可以打开每一件单独签发。`}</View>
        <View className="leader-contents__sign">
          <Button kind="primary" block onTap={() => setAsking(true)}>
            全部签发
          </Button>
        </View>
      </Notice>
      <ConfirmDialog
        open={asking}
        title="签发这些决定？"
        confirmWord="签发"
        onConfirm={signOffAll}
        onClose={() => setAsking(false)}
      >
        {`${words}。您自己记录的不在其中。签发以后只能更正，办公室会据此反馈给委员。`}
      </ConfirmDialog>
    </>
  );
}

interface ReadingProps {
  readonly digest: Digest;
  readonly work: DigestWork;
  readonly read: ReadonlySet<string>;
}

function Reading({ digest, work, read }: ReadingProps) {
  const remarks = useRemarks(digest.id);
  const general = (remarks.query.data ?? []).filter((remark) => remark.itemId === null);
  return (
    <View className="lx-stack">
      <View className="lx-card">
        <View className="leader-contents__name">{digest.title}</View>
        <View className="lx-soft">{meetingInWords(digest)}</View>
        <View className="lx-row leader-contents__tags">
          <DigestStateTag state={digest.state} />
          <DeadlineTag state={digest.deadline} dueAt={digest.feedbackDue} />
        </View>
        <View>{progressInWords(digest)}</View>
        {digest.preface && <View className="lx-prose leader-contents__preface">{digest.preface}</View>}
      </View>
      <SignOff digest={digest} signOffAll={work.signOffAll} />
      <Contents digest={digest} read={read} />
      <View className="lx-card">
        {general.length > 0 && (
          <View className="leader-contents__remarks">
            <RemarkList remarks={general} label="对整个汇总的批注" />
          </View>
        )}
        {digest.allowedActions.includes('remark') && <RemarkForm digestId={digest.id} leave={remarks.leave} />}
      </View>
    </View>
  );
}

function LeaderDigest({ id }: { readonly id: string }) {
  const work = useDigest(id);
  const { read, again } = useReadItems(id);
  // Items are read on the next page; back here the marks have to be there.
  useDidShow(again);
  usePullDownRefresh(() => {
    void work.refresh().finally(() => Taro.stopPullDownRefresh());
  });
  const items = work.query.data?.items ?? [];
  return (
    <LeaderPage
      title="汇总"
      bottom={
        items.length > 0 && (
          <BottomBar>
            <Button kind="primary" block href={leaderItemUrl(id, firstUnread(items, read)?.id)}>
              {readOnWords(items, read)}
            </Button>
          </BottomBar>
        )
      }
    >
      <QueryView query={work.query}>{(digest) => <Reading digest={digest} work={work} read={read} />}</QueryView>
    </LeaderPage>
  );
}

/** A digest on the leader's phone: what is on it, what was decided, and the way to read it item by item. */
export default function LeaderDigestPage() {
  const { id } = useRouter().params;
  if (id) return <LeaderDigest id={id} />;
  return (
    <LeaderPage title="汇总">
      <Empty kind="error" title="没有这次汇总" text="请从主席会议里打开。" />
    </LeaderPage>
  );
}
