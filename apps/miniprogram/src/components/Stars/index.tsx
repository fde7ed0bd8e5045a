import { StarFill } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import { Tappable } from '../Tappable';
import './index.scss';

const WORDS = ['很不满意', '不满意', '一般', '满意', '非常满意'] as const;

interface StarsProps {
  /** 1–5, or 0 for none yet. */
  readonly value: number;
  /** Left out where the stars only show. */
  readonly onChange?: (value: number) => void;
  readonly label?: string;
}

/** Satisfaction from 1 to 5 stars, always with its word. */
export function Stars({ value, onChange, label = '满意度' }: StarsProps) {
  const word = WORDS[value - 1];
  if (!onChange) {
    return (
      <View className="lx-stars" {...accessible({ role: 'img', label: `${label}：${value} 星，${word ?? '未评价'}` })}>
        {WORDS.map((name, index) => (
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
      {WORDS.map((name, index) => (
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
