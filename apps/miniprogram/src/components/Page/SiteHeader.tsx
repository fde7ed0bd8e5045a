import { ArrowLeft } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import { goBack, type TabKey } from '@/navigation';
import { accessible } from '@/theme/accessible';
import { TabBar } from '../TabBar';
import { Tappable } from '../Tappable';

interface SiteHeaderProps {
  readonly title: string;
  readonly tab: TabKey | undefined;
  readonly wide: boolean;
  readonly unread: Partial<Record<TabKey, number>>;
}

/** The browser's head of a page; in WeChat the navigation bar of the mini-program stands there. */
export function SiteHeader({ title, tab, wide, unread }: SiteHeaderProps) {
  return (
    <View className={`lx-site-header ${tab ? '' : 'lx-site-header--inside'}`}>
      <View className="lx-site-header__site">
        <View className="lx-site-header__inside">
          <View className="lx-site-header__brand">连心桥</View>
          <TabBar current={tab} unread={unread} />
        </View>
      </View>
      <View className={`lx-site-header__page ${wide ? 'lx-site-header__page--wide' : ''}`}>
        {!tab && (
          <View className="lx-site-header__back">
            <Tappable label="返回" onTap={goBack} className="lx-site-header__back-button">
              <ArrowLeft size={20} color="currentColor" />
            </Tappable>
          </View>
        )}
        <View className="lx-site-header__title" {...accessible({ role: 'heading' })}>
          {title}
        </View>
      </View>
    </View>
  );
}
