import { View } from '@tarojs/components';
import type { MemberSummary } from '@/api/types';
import { figuresInWords } from '@/format/figures';
import { Avatar } from '../Avatar';
import { Tag } from '../Tag';
import { Tappable } from '../Tappable';
import './index.scss';

interface MemberCardProps {
  readonly member: MemberSummary;
  /** Why this member is shown, where that has been worked out. */
  readonly reason?: string;
  readonly href?: string;
  readonly onTap?: () => void;
  /** Is the one shown beside the list. */
  readonly selected?: boolean;
  /** What a tap does, for screen readers, where it is not to open the member's page. */
  readonly action?: string;
}

/** A member in a list: who it is, what for, and how soon an answer comes. */
export function MemberCard({ member, reason, href, onTap, selected = false, action }: MemberCardProps) {
  const figures = figuresInWords(member.figures);
  const work = [member.workUnit, member.post].filter(Boolean).join(' ');
  return (
    <Tappable
      className={`lx-card lx-member-card ${selected ? 'lx-member-card--selected' : ''}`}
      href={href}
      onTap={onTap}
      label={[action, `${member.name}委员`, member.sector.name, work, ...figures, reason].filter(Boolean).join('，')}
    >
      <View className="lx-member-card__head">
        <Avatar name={member.name} url={member.portraitUrl} />
        <View className="lx-member-card__words">
          <View className="lx-member-card__title">
            <View className="lx-member-card__name">{member.name}</View>
            <Tag tone="primary">{member.sector.name}</Tag>
          </View>
          {work && <View className="lx-soft">{work}</View>}
        </View>
      </View>
      {member.field && <View className="lx-member-card__line">{`专业领域：${member.field}`}</View>}
      {figures.length > 0 && <View className="lx-member-card__figures">{figures.join(' · ')}</View>}
      {reason && <View className="lx-member-card__reason">{reason}</View>}
      {!member.acceptsLetters && <View className="lx-member-card__line lx-soft">暂不接收来信</View>}
    </Tappable>
  );
}
