import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './index.scss';

interface BottomBarProps {
  readonly children: ReactNode;
}

/** Keeps a screen's main action within reach of the thumb. Give it to Page as `bottom`. */
export function BottomBar({ children }: BottomBarProps) {
  return (
    <View className="lx-bottom-bar">
      <View className="lx-bottom-bar__inside">{children}</View>
    </View>
  );
}
