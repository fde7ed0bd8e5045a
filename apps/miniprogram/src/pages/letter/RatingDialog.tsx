import { LIMITS, textLength } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FormField } from '@/components/FormField';
import { Stars } from '@/components/Stars';
import { TextArea } from '@/components/TextArea';

/** A writer's opinion of how a letter was answered. */
export interface Rating {
  /** 1–5, or 0 for none. */
  readonly stars: number;
  readonly words: string;
}

interface RatingDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly explanation: string;
  readonly confirmWord: string;
  /** Without stars there is nothing to say. */
  readonly starsRequired: boolean;
  readonly onConfirm: (rating: Rating) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for stars and a word; used when closing a letter and afterwards. What was typed stays when sending fails. */
export function RatingDialog(props: RatingDialogProps) {
  const [stars, setStars] = useState(0);
  const [words, setWords] = useState('');
  const tooLong = textLength(words.trim()) > LIMITS.ratingWords;
  return (
    <ConfirmDialog
      open={props.open}
      title={props.title}
      confirmWord={props.confirmWord}
      incomplete={tooLong || (stars === 0 && (props.starsRequired || words.trim() !== ''))}
      onConfirm={() => props.onConfirm({ stars, words: words.trim() })}
      onClose={props.onClose}
    >
      <View className="lx-stack">
        <View>{props.explanation}</View>
        <Stars value={stars} onChange={setStars} label="您对答复满意吗" />
        <FormField
          name="words"
          label="想说的话"
          optional
          error={stars === 0 && words.trim() !== '' ? '请先点星星' : undefined}
          counter={{ text: words, max: LIMITS.ratingWords }}
        >
          {(control) => <TextArea {...control} value={words} onChange={setWords} rows={2} />}
        </FormField>
      </View>
    </ConfirmDialog>
  );
}
