import { StarFill } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import { Tappable } from '../Tappable';
import './index.scss';

/** What 1 to 5 stars say. */
export type StarWords = readonly [string, string, string, string, string];

const SATISFIED: StarWords = ['很不满意', '不满意', '一般', '满意', '非常满意'];

interface StarsProps {
  /** 1–5, or 0 for none yet. */
  readonly value: number;
  /** Left out where the stars only show. */
  readonly onChange?: (value: number) => void;
  readonly label?: string;
  /** How satisfied one is, unless the question is another one. */
  readonly words?: StarWords;
}

/** An answer from 1 to 5 stars, always with its word. */
export function Stars({ value, onChange, label = '满意度', words = SATISFIED }: StarsProps) {
  const word = words[value - 1];
  if (!onChange) {
    return (
      <View className="lx-stars" {...accessible({ role: 'img', label: `${label}：${value} 星，${word ?? '未评价'}` })}>
        {words.map((name, index) => (
          <View key={name} className={`lx-stars__shown ${index < value ? 'lx-stars--on' : ''}`}>
            <StarFill size={18} color="currentColor" />
          </View>
        ))}
        <View className="lx-stars__word">{word}</View>
      </View>
    );
  }
  return (
    <View className="lx-stars lx-stars--asking" {...accessible({ role: 'radiogroup', label })}>
      {words.map((name, index) => (
        <Tappable
          key={name}
          role="radio"
          checked={index + 1 === value}
          label={`${index + 1} 星，${name}`}
          className={`lx-stars__star ${index < value ? 'lx-stars--on' : ''}`}
          onTap={() => onChange(index + 1)}
        >
          <StarFill size={30} color="currentColor" />
        </Tappable>
      ))}
      <View className="lx-stars__word" {...accessible({ live: 'polite' })}>
        {word ?? '请点星星'}
      </View>
    </View>
  );
}
