import { LETTER_CATEGORY_LABELS, LOOP_STEP_LABELS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Tag } from '@/components/Tag';
import { formatMoment } from '@/format/dates';
import { type LoopSelection, medianInWords, monthInWords } from './loop';
import { useLoopLetters } from './useFigures';

interface LoopLettersProps {
  readonly selection: LoopSelection;
}

/** The letters behind a figure: number and title only, never what people wrote. */
export function LoopLetters({ selection }: LoopLettersProps) {
  const list = useLoopLetters(selection);
  return (
    <InfiniteListView
      list={list}
      keyOf={({ letterId }) => letterId}
      label={`走到“${LOOP_STEP_LABELS[selection.step]}”的来信`}
      empty={<Empty title="没有来信" text="换一个月份或界别看看。" />}
    >
      {(letter) => (
        <View className="lx-card">
          <View>{letter.title}</View>
          <View className="lx-soft lx-small">
            {[
              letter.reference,
              LETTER_CATEGORY_LABELS[letter.category],
              letter.sectorName,
              letter.townshipName,
              `${monthInWords(letter.month)}收到`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
          <View className="lx-row">
            <Tag tone="primary">{`已到：${LOOP_STEP_LABELS[letter.furthest]}`}</Tag>
            <View className="lx-soft lx-small">
              {`${LOOP_STEP_LABELS[selection.step]} ${formatMoment(letter.at)}${letter.days === null ? '' : `，用了 ${medianInWords(letter.days)}`}`}
            </View>
          </View>
        </View>
      )}
    </InfiniteListView>
  );
}
