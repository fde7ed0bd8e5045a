import { Mail, NetworkError, Warning } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/theme/accessible';
import './index.scss';

const icons = { empty: Mail, error: Warning, offline: NetworkError };

interface EmptyProps {
  readonly kind?: keyof typeof icons;
  readonly title: string;
  /** What the person can do about it. */
  readonly text?: string;
  readonly children?: ReactNode;
}

/** A screen or list that has nothing to show: why, and what to do next. */
export function Empty({ kind = 'empty', title, text, children }: EmptyProps) {
  const Icon = icons[kind];
  return (
    <View className={`lx-empty lx-empty--${kind}`} {...accessible({ role: kind === 'empty' ? undefined : 'alert' })}>
      <View className="lx-empty__icon" {...accessible({ hidden: true })}>
        <Icon size={32} color="currentColor" />
      </View>
      <View className="lx-empty__title">{title}</View>
      {text && <View className="lx-empty__text">{text}</View>}
      {children && <View className="lx-empty__action">{children}</View>}
    </View>
  );
}
