import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useUnreadCounts } from '@/hooks/useUnreadCounts';
import type { TabKey } from '@/navigation';
import { accessible } from '@/theme/accessible';
import { PageRoot } from '../PageRoot';
import { Banners } from '../PageRoot/Banners';
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
  const unread = useUnreadCounts();
  const inBrowser = process.env.TARO_ENV === 'h5';
  return (
    <PageRoot title={title} className={tab ? 'lx-page--tab' : ''}>
      <Banners />
      {inBrowser && <SiteHeader title={title} tab={tab} wide={wide} unread={unread} />}
      <View className={`lx-page__content ${wide ? 'lx-page__content--wide' : ''}`} {...accessible({ role: 'main' })}>
        {children}
      </View>
      {bottom}
      {tab && !inBrowser && <TabBar current={tab} unread={unread} />}
    </PageRoot>
  );
}
