import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tappable } from '../Tappable';
import './index.scss';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onTap?: () => void;
  readonly href?: string;
  /** `primary` is the one main action of a screen; `danger` cannot be undone. */
  readonly kind?: 'primary' | 'secondary' | 'plain' | 'danger';
  readonly size?: 'normal' | 'small';
  /** Takes the whole width. */
  readonly block?: boolean;
  /** The action is under way: shown, and not to be started twice. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly icon?: ReactNode;
  readonly label?: string;
  readonly id?: string;
}

/** A button of the product's look. While busy it keeps its words and cannot be tapped again. */
export function Button(props: ButtonProps) {
  const { children, kind = 'secondary', size = 'normal', block = false, busy = false, disabled = false, icon } = props;
  return (
    <Tappable
      id={props.id}
      className={`lx-button lx-button--${kind} lx-button--${size} ${block ? 'lx-button--block' : ''}`}
      onTap={props.onTap}
      href={props.href}
      label={props.label}
      disabled={disabled || busy}
    >
      <View className="lx-button__inside">
        {busy ? <View className="lx-button__spinner" /> : icon}
        <View className="lx-button__words">{children}</View>
      </View>
    </Tappable>
  );
}
