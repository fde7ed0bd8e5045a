import { Home, Mail, Notice, Search, User } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import { TABS, type TabKey } from '@/navigation';
import { accessible } from '@/theme/accessible';
import { Tappable } from '../Tappable';
import { UnreadDot } from '../UnreadDot';
import './index.scss';

const icons = { home: Home, find: Search, letters: Mail, notices: Notice, me: User };

interface TabBarProps {
  readonly current: TabKey | undefined;
  /** How many things are unread, by tab. */
  readonly unread: Partial<Record<TabKey, number>>;
}

/** The main bar: at the bottom of a phone, on top of a wide screen. Its words grow in large-text mode. */
export function TabBar({ current, unread }: TabBarProps) {
  return (
    <View className="lx-tab-bar" {...accessible({ role: 'navigation', label: '主导航' })}>
      {TABS.map((tab) => {
        const Icon = icons[tab.key];
        const dot = unread[tab.key] ?? 0;
        return (
          <Tappable
            key={tab.key}
            className={`lx-tab-bar__tab ${tab.key === current ? 'lx-tab-bar__tab--current' : ''}`}
            href={tab.url}
            label={`${tab.label}${dot > 0 ? `，${dot} 条未读` : ''}${tab.key === current ? '，当前页面' : ''}`}
          >
            <View className="lx-tab-bar__icon" {...accessible({ hidden: true })}>
              <Icon size={22} color="currentColor" />
              <View className="lx-tab-bar__dot">
                <UnreadDot count={dot} />
              </View>
            </View>
            <View className="lx-tab-bar__word">{tab.label}</View>
          </Tappable>
        );
      })}
    </View>
  );
}
