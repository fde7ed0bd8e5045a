import { Skeleton } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import './index.scss';

interface LoadingProps {
  /** How many cards to foreshadow. */
  readonly cards?: number;
  /** What is being loaded, for screen readers. */
  readonly label?: string;
}

/** What a screen shows before its first answer: the outline of what is to come. */
export function Loading({ cards = 3, label = '正在加载' }: LoadingProps) {
  return (
    <View className="lx-loading lx-stack" {...accessible({ role: 'status', label })}>
      {Array.from({ length: cards }, (_, index) => `card-${index}`).map((key) => (
        <View key={key} className="lx-card">
          <View className="lx-loading__title">
            <Skeleton rows={1} animated />
          </View>
          <Skeleton rows={2} animated />
        </View>
      ))}
    </View>
  );
}
