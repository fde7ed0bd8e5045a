import { LETTER_CATEGORY_LABELS } from '@lianxin/shared';
import { ArrowDown, ArrowUp } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PublishedAnswer } from '@/api/types';
import { accessible } from '@/theme/accessible';
import { Tag } from '../Tag';
import { Tappable } from '../Tappable';
import './index.scss';

interface PublishedAnswerItemProps {
  readonly answer: PublishedAnswer;
}

/** A question that many ask; a tap shows its answer. */
export function PublishedAnswerItem({ answer }: PublishedAnswerItemProps) {
  const [open, setOpen] = useState(false);
  const Arrow = open ? ArrowUp : ArrowDown;
  return (
    <View className="lx-card published-answer">
      <Tappable className="published-answer__question" expanded={open} onTap={() => setOpen(!open)}>
        <View className="published-answer__words">{answer.question}</View>
        <View className="published-answer__arrow" {...accessible({ hidden: true })}>
          <Arrow size={16} color="currentColor" />
        </View>
      </Tappable>
      {open && (
        <View className="published-answer__answer">
          <Tag>{LETTER_CATEGORY_LABELS[answer.category]}</Tag>
          <View className="lx-prose">{answer.answer}</View>
        </View>
      )}
    </View>
  );
}
