import { View } from '@tarojs/components';
import type { DigestSummary } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import type { InfiniteList } from '@/hooks/useInfiniteList';
import { DigestStateTag } from '../digest/DigestTags';
import { meetingInWords, progressInWords } from '../digest/digest-words';
import './DigestCards.scss';

interface DigestCardsProps {
  readonly list: InfiniteList<DigestSummary>;
  readonly urlOf: (id: string) => string;
  /** What to say where there is none. */
  readonly emptyText?: string;
}

/** Digests as cards, for a phone. */
export function DigestCards({ list, urlOf, emptyText }: DigestCardsProps) {
  return (
    <InfiniteListView
      list={list}
      keyOf={(digest) => digest.id}
      label="汇总"
      empty={<Empty title="还没有汇总" text={emptyText} />}
    >
      {(digest) => (
        <Tappable className="lx-card" href={urlOf(digest.id)}>
          <View className="digest-card__title">{digest.title}</View>
          <View className="lx-soft">{meetingInWords(digest)}</View>
          <View className="lx-row digest-card__tags">
            <DigestStateTag state={digest.state} />
            <DeadlineTag state={digest.deadline} dueAt={digest.feedbackDue} />
            {digest.remarkCount > 0 && <Tag>{`批注 ${digest.remarkCount} 条`}</Tag>}
          </View>
          <View className="lx-soft lx-small">{progressInWords(digest)}</View>
        </Tappable>
      )}
    </InfiniteListView>
  );
}
