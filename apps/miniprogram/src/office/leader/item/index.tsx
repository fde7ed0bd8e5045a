import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Digest, DigestItem } from '@/api/types';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Empty } from '@/components/Empty';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { accessible } from '@/theme/accessible';
import { DecisionFacts } from '../../digest/DecisionFacts';
import { RemarkForm } from '../../digest/RemarkForm';
import { RemarkList } from '../../digest/RemarkList';
import { SubmissionText } from '../../digest/SubmissionText';
import { type DigestWork, useDigest } from '../../digest/useDigest';
import { useRemarks } from '../../digest/useRemarks';
import { LeaderPage } from '../LeaderPage';
import { firstUnread } from '../reading-progress';
import { useReadItems } from '../useReadItems';
import './index.scss';

interface SignOffProps {
  readonly item: DigestItem;
  readonly signOff: DigestWork['signOff'];
}

function SignOff({ item, signOff }: SignOffProps) {
  const [asking, setAsking] = useState(false);
  if (!item.pending || !item.allowedActions.includes('sign_off')) return null;
  return (
    <>
      <Button kind="primary" block onTap={() => setAsking(true)}>
        签发这项决定
      </Button>
      <ConfirmDialog
        open={asking}
        title={`签发“${item.pending.outcomeLabel}”？`}
        confirmWord="签发"
        onConfirm={() => signOff(item)}
        onClose={() => setAsking(false)}
      >
        签发以后只能更正，办公室会据此反馈给委员。
      </ConfirmDialog>
    </>
  );
}

interface ItemReadingProps {
  readonly digest: Digest;
  readonly item: DigestItem;
  readonly signOff: DigestWork['signOff'];
}

function ItemReading({ digest, item, signOff }: ItemReadingProps) {
  const remarks = useRemarks(digest.id);
  const [left, setLeft] = useState(false);
  const section = digest.sections.find(({ id }) => id === item.sectionId)?.title;
  const own = (remarks.query.data ?? []).filter((remark) => remark.itemId === item.id);
  return (
    <View className="lx-stack">
      <View className="lx-card leader-item">
        <View className="lx-soft">
          {[`第 ${item.position} 件，共 ${digest.items.length} 件`, section].filter(Boolean).join(' · ')}
        </View>
        <View className="leader-item__title" {...accessible({ role: 'heading' })}>
          {item.submission.title}
        </View>
        <SubmissionText item={item} />
      </View>
      {(item.decision || item.pending) && (
        <View className="lx-stack">
          <DecisionFacts item={item} />
          <SignOff item={item} signOff={signOff} />
        </View>
      )}
      {(own.length > 0 || item.allowedActions.includes('remark')) && (
        <View className="lx-card lx-stack">
          {own.length > 0 && <RemarkList remarks={own} label="对这一件的批注" />}
          {left && (
            <Notice tone="good" urgent>
              批注已写下，办公室看得到。
            </Notice>
          )}
          {item.allowedActions.includes('remark') && (
            <RemarkForm digestId={digest.id} itemId={item.id} leave={remarks.leave} onLeft={() => setLeft(true)} />
          )}
        </View>
      )}
    </View>
  );
}

interface LeaderItemProps {
  readonly digestId: string;
  readonly opened: string | undefined;
}

function LeaderItem({ digestId, opened }: LeaderItemProps) {
  const work = useDigest(digestId);
  const { read, mark } = useReadItems(digestId);
  const [itemId, setItemId] = useState(opened);
  const items = work.query.data?.items ?? [];
  const item = items.find(({ id }) => id === itemId) ?? firstUnread(items, read);
  const at = items.findIndex(({ id }) => id === item?.id);
  const shownId = item?.id;
  useEffect(() => {
    if (!shownId) return;
    // Which one is open must not change once it counts as read.
    setItemId(shownId);
    mark(shownId);
  }, [shownId, mark]);
  const go = (step: 1 | -1) => {
    setItemId(items[at + step]?.id ?? itemId);
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };
  return (
    <LeaderPage
      title={items.length > 0 ? `${at + 1} / ${items.length}` : '意见建议'}
      bottom={
        items.length > 0 && (
          <BottomBar>
            <Button block disabled={at <= 0} onTap={() => go(-1)}>
              上一件
            </Button>
            <Button block kind="primary" disabled={at >= items.length - 1} onTap={() => go(1)}>
              下一件
            </Button>
          </BottomBar>
        )
      }
    >
      <QueryView query={work.query}>
        {(digest) =>
          item ? (
            <ItemReading key={item.id} digest={digest} item={item} signOff={work.signOff} />
          ) : (
            <Empty title="这次汇总里没有条目" />
          )
        }
      </QueryView>
    </LeaderPage>
  );
}

/** One item of a digest, read on the phone: its text in good type, the leaders' remarks, the decision, the signature. */
export default function LeaderItemPage() {
  const { id, item } = useRouter().params;
  if (id) return <LeaderItem digestId={id} opened={item} />;
  return (
    <LeaderPage title="意见建议">
      <Empty kind="error" title="没有这一件" text="请从汇总里打开。" />
    </LeaderPage>
  );
}
