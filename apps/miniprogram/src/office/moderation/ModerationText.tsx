import { View } from '@tarojs/components';
import type { ModerationItem } from '@/api/types';
import { Notice } from '@/components/Notice';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Tag } from '@/components/Tag';
import { formatMoment } from '@/format/dates';
import { MODERATION_KIND_WORDS } from './useModeration';

interface ModerationTextProps {
  readonly item: ModerationItem;
}

/** What is to be decided on: the words, the photos, the rule in question and what the person says to it. */
export function ModerationText({ item }: ModerationTextProps) {
  return (
    <View className="lx-stack">
      <View className="lx-row">
        <Tag tone="primary">{MODERATION_KIND_WORDS[item.kind]}</Tag>
        {item.rule && <Tag tone="warn">{item.rule}</Tag>}
        {item.state !== 'open' && (
          <Tag tone={item.state === 'passed' ? 'good' : 'bad'}>{item.state === 'passed' ? '已通过' : '已拦下'}</Tag>
        )}
      </View>
      <View className="lx-soft lx-small">
        {`${item.reference} · ${item.author === 'writer' ? '写信人写的' : '委员写的'} · ${formatMoment(item.raisedAt)}`}
      </View>
      <View className="lx-card">
        <View className="lx-prose">{item.text}</View>
        <PhotoGrid photos={item.photos} />
      </View>
      {item.words && <Notice title={item.kind === 'report' ? '举报的原因' : '申请复核的理由'}>{item.words}</Notice>}
      {item.state !== 'open' && (
        <Notice title={`${item.decidedBy ?? '办公室'} · ${item.decidedAt ? formatMoment(item.decidedAt) : ''}`}>
          {item.decisionReason ?? '没有写理由'}
        </Notice>
      )}
    </View>
  );
}
