import { View } from '@tarojs/components';
import { openPage } from '@/navigation';
import { accessible } from '@/theme/accessible';
import type { TappableProps } from './props';
import './index.scss';

/** WeChat's form of {@link TappableProps}: a view that screen readers know as a control. */
export function Tappable(props: TappableProps) {
  const { children, onTap, href, label, role = href ? 'link' : 'button', id, className = '', disabled = false } = props;
  const tap = () => {
    onTap?.();
    if (href) openPage(href);
  };
  return (
    <View
      id={id}
      className={`lx-tappable ${disabled ? 'lx-tappable--disabled' : ''} ${className}`}
      hoverClass={disabled ? 'none' : 'lx-tappable--pressed'}
      onClick={disabled ? undefined : tap}
      {...accessible({
        role,
        label,
        disabled: disabled || undefined,
        checked: props.checked,
        selected: props.selected,
        expanded: props.expanded,
      })}
    >
      {children}
    </View>
  );
}
