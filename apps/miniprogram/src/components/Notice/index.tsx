import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/theme/accessible';
import './index.scss';

interface NoticeProps {
  readonly tone?: 'calm' | 'good' | 'warn' | 'bad';
  readonly title?: string;
  readonly children: ReactNode;
  /** To be read out at once, because it answers something the person just did. */
  readonly urgent?: boolean;
}

/** A few words in a coloured box: an explanation, a warning, a success. */
export function Notice({ tone = 'calm', title, children, urgent = false }: NoticeProps) {
  return (
    <View className={`lx-notice lx-notice--${tone}`} {...accessible({ role: urgent ? 'alert' : undefined })}>
      {title && <View className="lx-notice__title">{title}</View>}
      <View>{children}</View>
    </View>
  );
}
