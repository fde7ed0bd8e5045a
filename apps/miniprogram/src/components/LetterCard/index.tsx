import { View } from '@tarojs/components';
import type { LetterSummary } from '@/api/types';
import { formatDay } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import { StateTag } from '../StateTag';
import { Tag } from '../Tag';
import { Tappable } from '../Tappable';
import './index.scss';

interface LetterCardProps {
  readonly letter: LetterSummary;
  readonly href?: string;
  readonly onTap?: () => void;
  /** Is the one shown beside the list. */
  readonly selected?: boolean;
}

/** One of the writer's own letters in a list: whether there is news, where it stands and what comes next. */
export function LetterCard({ letter, href, onTap, selected = false }: LetterCardProps) {
  return (
    <Tappable
      className={`lx-card lx-letter-card ${selected ? 'lx-letter-card--selected' : ''}`}
      href={href}
      onTap={onTap}
      label={`${letter.unread ? '有新进展，' : ''}${letter.title}，${letter.stateLabel}，写给${letter.member.name}委员。${letter.nextStep}`}
    >
      <View className="lx-letter-card__head">
        <View className={`lx-letter-card__title ${letter.unread ? 'lx-letter-card__title--unread' : ''}`}>
          {letter.title}
        </View>
        {letter.unread && (
          <View className="lx-letter-card__new" {...accessible({ hidden: true })}>
            新进展
          </View>
        )}
      </View>
      <View className="lx-letter-card__tags">
        <StateTag state={letter.state} />
        {letter.deadline === 'overdue' && <Tag tone="bad">回复已超期</Tag>}
        <View className="lx-soft lx-small">{`写给${letter.member.name}委员 · ${formatDay(letter.sentAt)}`}</View>
      </View>
      <View className="lx-letter-card__next">{letter.nextStep}</View>
    </Tappable>
  );
}
