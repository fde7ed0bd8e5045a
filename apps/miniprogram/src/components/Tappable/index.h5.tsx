import type { MouseEvent } from 'react';
import { openPage } from '@/navigation';
import { accessible } from '@/theme/accessible';
import type { TappableProps } from './props';
import './index.scss';

/** The browser's form of {@link TappableProps}: a native button or link, so that keyboard and screen readers just work. */
export function Tappable(props: TappableProps) {
  const { children, onTap, href, label, role, id, className = '', disabled = false } = props;
  const classes = `lx-tappable ${disabled ? 'lx-tappable--disabled' : ''} ${className}`;
  if (href && !disabled) {
    const follow = (event: MouseEvent) => {
      // A new tab or window is the browser's business.
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      onTap?.();
      openPage(href);
    };
    return (
      <a id={id} className={classes} href={href} aria-label={label} onClick={follow}>
        {children}
      </a>
    );
  }
  return (
    <button
      type="button"
      id={id}
      className={classes}
      {...accessible({
        role: role === 'button' ? undefined : role,
        label,
        checked: props.checked,
        selected: props.selected,
        expanded: props.expanded,
      })}
      disabled={disabled}
      onClick={onTap}
    >
      {children}
    </button>
  );
}
