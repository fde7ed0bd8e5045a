import { OPINION_THEME_LABELS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { SectorVoice } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Facts } from '@/components/Facts';
import { Notice } from '@/components/Notice';
import { Tag } from '@/components/Tag';
import { formatMoment } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import { submissionTone } from '../parts/submissions';

interface VoiceHeadProps {
  readonly voice: SectorVoice;
  readonly present: readonly string[];
}

/** What a sector voice is, who leads it and where it stands. */
export function VoiceHead({ voice, present }: VoiceHeadProps) {
  return (
    <View className="lx-card lx-stack">
      <View className="lx-row">
        <Tag tone={submissionTone(voice.state)}>{voice.stateLabel}</Tag>
        <Tag>界别集体声音</Tag>
        <Tag>{OPINION_THEME_LABELS[voice.theme]}</Tag>
        <DeadlineTag state={voice.deadline} dueAt={voice.intakeDue} />
        {voice.reference && <View className="lx-soft">{voice.reference}</View>}
      </View>
      <View className="submission__title" {...accessible({ role: 'heading' })}>
        {voice.title || '（还没有标题）'}
      </View>
      {present.length > 0 && (
        <View className="submission__present" {...accessible({ role: 'status' })}>
          {`${present.join('、')}也正在看这件`}
        </View>
      )}
      <View className="submission__facts">
        <Facts
          facts={[
            ['界别', voice.sectorName],
            ['召集人', voice.convenerName],
            ['署名委员', `${voice.contributors.length} 位`],
            [
              '征求意见到',
              voice.state === 'circulating' && voice.objectUntil ? formatMoment(voice.objectUntil) : undefined,
            ],
            ['提交时间', voice.submittedAt && formatMoment(voice.submittedAt)],
          ]}
        />
      </View>
      {voice.state === 'returned' && voice.returnReason && (
        <Notice tone="warn" title="退回的理由">
          {voice.returnReason}
        </Notice>
      )}
      <View className="lx-soft">{voice.nextStep}</View>
    </View>
  );
}
