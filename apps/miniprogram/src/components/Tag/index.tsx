import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import './index.scss';

export type Tone = 'calm' | 'primary' | 'good' | 'warn' | 'bad';

interface TagProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A short word on a coloured ground; the word alone has to be enough. */
export function Tag({ tone = 'calm', children }: TagProps) {
  return <Text className={`lx-tag lx-tag--${tone}`}>{children}</Text>;
}
