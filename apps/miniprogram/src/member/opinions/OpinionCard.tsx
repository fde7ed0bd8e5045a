import { OPINION_KIND_LABELS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { OpinionSummary } from '@/api/types';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { formatDay } from '@/format/dates';
import { opinionUrl } from '@/navigation/member';
import { CosignTag, OpinionStateTag } from '../parts/UpwardTags';
import '../parts/upward.scss';

interface OpinionCardProps {
  readonly opinion: OpinionSummary;
}

/** One opinion in a list: what it is, where it stands and what comes next. */
export function OpinionCard({ opinion }: OpinionCardProps) {
  const { role, cosignState } = opinion;
  const facts = [
    role === 'cosigner' && `${opinion.author.name}委员发起`,
    opinion.reference,
    opinion.sourceCount > 0 && `来自 ${opinion.sourceCount} 封来信`,
    opinion.cosignPendingCount > 0 && role === 'author' && `${opinion.cosignPendingCount} 位委员待确认`,
    formatDay(opinion.updatedAt),
  ].filter(Boolean);
  return (
    <Tappable className="lx-card" href={opinionUrl(opinion.id)}>
      <View className="upward__title">{opinion.title || '还没有标题'}</View>
      <View className="upward__tags">
        <OpinionStateTag state={opinion.state} />
        <Tag>{OPINION_KIND_LABELS[opinion.kind]}</Tag>
        {cosignState && <CosignTag state={cosignState} />}
      </View>
      <View className="upward__next">{opinion.nextStep}</View>
      <View className="lx-soft lx-small">{facts.join(' · ')}</View>
    </Tappable>
  );
}
