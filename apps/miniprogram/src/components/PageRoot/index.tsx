import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useLargeText } from '@/hooks/useLargeText';
import './index.scss';

interface PageRootProps {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The outermost element of every page: carries the tokens and large-text mode, and tells the title. */
export function PageRoot({ title, className = '', children }: PageRootProps) {
  const { large, size } = useLargeText();
  useDidShow(() => {
    Taro.setNavigationBarTitle({ title }).catch(() => undefined);
  });
  return (
    <View
      className={`lx-page ${large ? 'lx-large' : ''} ${className}`}
      style={large ? `--lx-text: ${size}px` : undefined}
    >
      {children}
    </View>
  );
}
