import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useLargeText } from '@/hooks/useLargeText';
import { useOnline } from '@/hooks/useOnline';
import { usePublicConfig } from '@/hooks/usePublicConfig';
import type { TabKey } from '@/navigation';
import { accessible } from '@/theme/accessible';
import { TabBar } from '../TabBar';
import { SiteHeader } from './SiteHeader';
import './index.scss';

interface PageProps {
  readonly title: string;
  /** The tab this page is; pages that are none have a way back. */
  readonly tab?: TabKey;
  /** Uses the whole width of a wide screen, for lists with a second pane. */
  readonly wide?: boolean;
  /** A BottomBar with the main action. */
  readonly bottom?: ReactNode;
  readonly children: ReactNode;
}

/** Around every page: its title, the way back or the tabs, large-text mode, and what has to be said of network and demonstration. */
export function Page({ title, tab, wide = false, bottom, children }: PageProps) {
  const { large, size } = useLargeText();
  const online = useOnline();
  const config = usePublicConfig();
  useDidShow(() => {
    Taro.setNavigationBarTitle({ title }).catch(() => undefined);
  });
  const classes = ['lx-page', large && 'lx-large', tab && 'lx-page--tab'].filter(Boolean).join(' ');
  return (
    <View className={classes} style={large ? `--lx-text: ${size}px` : undefined}>
      {process.env.TARO_ENV === 'h5' && <SiteHeader title={title} tab={tab} wide={wide} />}
      {!online && (
        <View className="lx-page__banner lx-page__banner--offline" {...accessible({ role: 'status' })}>
          网络已断开，您填写的内容都保存在本机，连上后可以继续。
        </View>
      )}
      {config?.demonstration && (
        <View className="lx-page__banner lx-page__banner--demonstration">
          演示环境：人物和来信均为虚构，请勿填写真实信息。
        </View>
      )}
      <View className={`lx-page__content ${wide ? 'lx-page__content--wide' : ''}`} {...accessible({ role: 'main' })}>
        {children}
      </View>
      {bottom}
      {tab && process.env.TARO_ENV !== 'h5' && <TabBar current={tab} unread={0} />}
    </View>
  );
}
