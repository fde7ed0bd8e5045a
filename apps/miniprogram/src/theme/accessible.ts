/** What a screen reader is told of a control. */
export interface Accessible {
  readonly role?: string;
  readonly label?: string;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly hidden?: boolean;
  readonly live?: 'polite' | 'assertive';
}

const names = {
  h5: (name: string) => (name === 'role' ? 'role' : `aria-${name}`),
  weapp: (name: string) => `aria${name[0]?.toUpperCase()}${name.slice(1)}`,
};

/**
 * Attributes for a Taro component: `aria-…` in the browser, `ariaLabel`, `ariaRole` … in WeChat (let through by the
 * build's accessibility plugin). Spread them: `<View {...accessible({ role: 'heading' })}>`.
 */
export function accessible(meaning: Accessible): Record<string, string> {
  const nameOf = process.env.TARO_ENV === 'h5' ? names.h5 : names.weapp;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(meaning)) {
    if (value !== undefined) attributes[nameOf(name)] = String(value);
  }
  return attributes;
}
