import { LETTER_CATEGORY_LABELS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { MailboxLetter } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { StateTag } from '@/components/StateTag';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { formatDate, formatDay } from '@/format/dates';
import './MailboxCard.scss';

interface MailboxCardProps {
  readonly letter: MailboxLetter;
  readonly href?: string;
  readonly onTap?: () => void;
  /** Is the one shown beside the list. */
  readonly selected?: boolean;
}

/** One letter of a member's inbox: whose it is, what it is about, and by when an answer is due. */
export function MailboxCard({ letter, href, onTap, selected = false }: MailboxCardProps) {
  const writer = [letter.writerName, letter.townshipName].filter(Boolean).join(' · ');
  const waits = letter.state === 'delivered' || letter.state === 'opened';
  return (
    <Tappable className={`lx-card mailbox-card ${selected ? 'mailbox-card--selected' : ''}`} href={href} onTap={onTap}>
      <View className="mailbox-card__head">
        <View className={`mailbox-card__title ${letter.unread ? 'mailbox-card__title--unread' : ''}`}>
          {letter.title}
        </View>
        {letter.unread && <View className="mailbox-card__new">未读</View>}
      </View>
      <View className="mailbox-card__tags">
        {waits ? <DeadlineTag state={letter.deadline} dueAt={letter.due} /> : <StateTag state={letter.state} />}
        <Tag>{LETTER_CATEGORY_LABELS[letter.category]}</Tag>
        {letter.snoozedUntil && <Tag tone="warn">{`${formatDate(letter.snoozedUntil)}再处理`}</Tag>}
        {letter.rating !== null && <Tag tone="good">{`评价 ${letter.rating} 星`}</Tag>}
      </View>
      <View className="mailbox-card__excerpt">{letter.excerpt}</View>
      <View className="lx-soft lx-small">
        {`${writer} · ${formatDay(letter.sentAt)}${letter.photoCount > 0 ? ` · ${letter.photoCount} 张照片` : ''}`}
      </View>
    </Tappable>
  );
}
