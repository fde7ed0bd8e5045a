import { View } from '@tarojs/components';
import type { Opinion } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Facts } from '@/components/Facts';
import { Notice } from '@/components/Notice';
import { Tag } from '@/components/Tag';
import { formatMoment } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import { submissionTone } from '../parts/submissions';
import { topicUseInWords } from './facts';

interface OpinionHeadProps {
  readonly opinion: Opinion;
  /** Others of the desk who have it open. */
  readonly present: readonly string[];
}

/** What an opinion is, whose it is and where it stands. */
export function OpinionHead({ opinion, present }: OpinionHeadProps) {
  const confirmed = opinion.cosigners.filter(({ state }) => state === 'confirmed');
  return (
    <View className="lx-card lx-stack">
      <View className="lx-row">
        <Tag tone={submissionTone(opinion.state)}>{opinion.stateLabel}</Tag>
        <Tag>{opinion.kindLabel}</Tag>
        {opinion.themeLabel && <Tag>{opinion.themeLabel}</Tag>}
        <DeadlineTag state={opinion.deadline} dueAt={opinion.intakeDue} />
        {opinion.reference && <View className="lx-soft">{opinion.reference}</View>}
      </View>
      <View className="submission__title" {...accessible({ role: 'heading' })}>
        {opinion.title}
      </View>
      {present.length > 0 && (
        <View className="submission__present" {...accessible({ role: 'status' })}>
          {`${present.join('、')}也正在看这件`}
        </View>
      )}
      <View className="submission__facts">
        <Facts
          facts={[
            ['委员', `${opinion.author.name}（${opinion.author.sectorName}）`],
            ['联名', confirmed.map(({ name }) => name).join('、')],
            ['提交给', opinion.deskName],
            ['涉及', opinion.townshipName],
            ['建议承办', opinion.suggestedBody],
            ['建议用作', topicUseInWords(opinion)],
            ['提交时间', opinion.submittedAt && formatMoment(opinion.submittedAt)],
          ]}
        />
      </View>
      {opinion.state === 'returned' && opinion.returnReason && (
        <Notice tone="warn" title="退回的理由">
          {opinion.returnReason}
        </Notice>
      )}
      <View className="lx-soft">{opinion.nextStep}</View>
    </View>
  );
}
