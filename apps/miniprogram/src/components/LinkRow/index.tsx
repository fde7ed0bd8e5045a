import { ArrowRight } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/theme/accessible';
import { Tappable } from '../Tappable';
import './index.scss';

interface LinkRowProps {
  readonly title: string;
  readonly text?: string;
  readonly href?: string;
  readonly onTap?: () => void;
  readonly icon?: ReactNode;
  readonly extra?: ReactNode;
}

/** A row that leads somewhere; several stand together in a card (`lx-card lx-rows`). */
export function LinkRow({ title, text, href, onTap, icon, extra }: LinkRowProps) {
  return (
    <Tappable className="lx-link-row" href={href} onTap={onTap}>
      {icon && (
        <View className="lx-link-row__icon" {...accessible({ hidden: true })}>
          {icon}
        </View>
      )}
      <View className="lx-link-row__words">
        <View>{title}</View>
        {text && <View className="lx-link-row__text">{text}</View>}
      </View>
      {extra}
      <View className="lx-link-row__arrow" {...accessible({ hidden: true })}>
        <ArrowRight size={16} color="currentColor" />
      </View>
    </Tappable>
  );
}
