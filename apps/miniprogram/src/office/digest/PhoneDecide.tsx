import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { Digest, DigestItem } from '@/api/types';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Tappable } from '@/components/Tappable';
import { DecisionFacts } from './DecisionFacts';
import { DecisionTag } from './DigestTags';
import { PhoneDecisionForm } from './PhoneDecisionForm';
import { RemarkList } from './RemarkList';
import { SubmissionText } from './SubmissionText';
import type { DigestWork } from './useDigest';
import { useRemarks } from './useRemarks';

interface OpenItemProps {
  readonly digest: Digest;
  readonly item: DigestItem;
  readonly work: DigestWork;
  readonly onClose: () => void;
}

function OpenItem({ digest, item, work, onClose }: OpenItemProps) {
  const remarks = useRemarks(digest.id, digest.viewer !== 'desk');
  const [correcting, setCorrecting] = useState(false);
  const [failure, setFailure] = useState<string>();
  const own = (remarks.query.data ?? []).filter((remark) => remark.itemId === item.id);
  const sign = () => {
    setFailure(undefined);
    void work.signOff(item).catch((error: unknown) => setFailure(sentenceOf(error)));
  };
  const writing = item.allowedActions.includes('decide') || correcting;
  return (
    <View className="lx-stack">
      <Button kind="plain" onTap={onClose}>
        回到目录
      </Button>
      <View className="lx-card">
        <View className="phone-digest__title">{`${item.position}. ${item.submission.title}`}</View>
        <SubmissionText item={item} />
      </View>
      {own.length > 0 && <RemarkList remarks={own} label="对这一件的批注" />}
      <DecisionFacts item={item} />
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
      {item.allowedActions.includes('sign_off') && (
        <Button kind="primary" block onTap={sign}>
          签发这一件
        </Button>
      )}
      {item.allowedActions.includes('correct') && !correcting && (
        <Button block onTap={() => setCorrecting(true)}>
          更正这项决定
        </Button>
      )}
      {writing && (
        <View className="lx-card">
          <PhoneDecisionForm
            key={`${item.version} ${correcting}`}
            item={item}
            correction={correcting}
            work={work}
            onSaved={onClose}
          />
        </View>
      )}
    </View>
  );
}

interface PhoneDecideProps {
  readonly digest: Digest;
  readonly work: DigestWork;
}

/** On a phone: every item with its decision; one at a time is opened to be read, decided and signed off. */
export function PhoneDecide({ digest, work }: PhoneDecideProps) {
  const [openId, setOpenId] = useState<string>();
  const open = digest.items.find((item) => item.id === openId);
  if (open) {
    return <OpenItem key={open.id} digest={digest} item={open} work={work} onClose={() => setOpenId(undefined)} />;
  }
  return (
    <View className="lx-stack">
      {digest.items.map((item) => (
        <Tappable key={item.id} className="lx-card" onTap={() => setOpenId(item.id)}>
          <View>{`${item.position}. ${item.submission.title}`}</View>
          <View className="lx-row">
            <DecisionTag item={item} />
            {item.remarkCount > 0 && <View className="lx-soft lx-small">{`批注 ${item.remarkCount} 条`}</View>}
          </View>
        </Tappable>
      ))}
    </View>
  );
}
