import { View } from '@tarojs/components';
import { Tappable } from '@/components/Tappable';
import { accessible } from '@/theme/accessible';
import './RoleTabs.scss';

interface RoleTabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Two or three lists of which one is shown, side by side where there is room. */
export function RoleTabs<T extends string>({ label, tabs, value, onChange }: RoleTabsProps<T>) {
  return (
    <View className="role-tabs" {...accessible({ role: 'tablist', label })}>
      {tabs.map((tab) => (
        <Tappable
          key={tab.value}
          role="tab"
          selected={tab.value === value}
          className={`role-tabs__tab ${tab.value === value ? 'role-tabs__tab--chosen' : ''}`}
          onTap={() => onChange(tab.value)}
        >
          {tab.label}
        </Tappable>
      ))}
    </View>
  );
}
