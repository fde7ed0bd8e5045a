import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useWide } from '@/hooks/useWide';
import './index.scss';

interface TwoPaneProps {
  readonly list: ReactNode;
  /** What is chosen in the list; shown only where there is room (see {@link useWide}), otherwise it is a page of its own. */
  readonly detail: ReactNode;
}

/** A list and, from 1024 px, its chosen item beside it; each side scrolls by itself. */
export function TwoPane({ list, detail }: TwoPaneProps) {
  const wide = useWide();
  if (!wide) return <View>{list}</View>;
  return (
    <View className="lx-two-pane">
      <View className="lx-two-pane__list">{list}</View>
      <View className="lx-two-pane__detail">{detail}</View>
    </View>
  );
}
