import type { ReactNode } from 'react';

/** Anything that reacts to a tap: rows, tabs, options, links. */
export interface TappableProps {
  readonly children: ReactNode;
  readonly onTap?: () => void;
  /** Address of a page of the app; the browser build makes a real link of it. */
  readonly href?: string;
  /** Name for screen readers, where the words inside do not say enough. */
  readonly label?: string;
  readonly role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'switch' | 'option';
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly className?: string;
}
