import type { ThemeConfig } from 'antd';

/** Ant Design works colours out of colours, so it needs their values: read from the one place that has them (theme/tokens.scss). */
export function deskTheme(): ThemeConfig {
  const styles = getComputedStyle(document.documentElement);
  const token = (name: string) => styles.getPropertyValue(name).trim();
  return {
    token: {
      colorPrimary: token('--lx-primary'),
      // Worked out of a colour as dark as ours, grounds of what is chosen would be too dark to read on.
      colorPrimaryBg: token('--lx-primary-wash'),
      colorPrimaryBgHover: token('--lx-primary-wash'),
      colorLink: token('--lx-primary'),
      colorError: token('--lx-bad'),
      colorWarning: token('--lx-warn'),
      colorSuccess: token('--lx-good'),
      colorText: token('--lx-ink'),
      colorTextSecondary: token('--lx-ink-soft'),
      colorTextTertiary: token('--lx-ink-soft'),
      colorTextDescription: token('--lx-ink-soft'),
      colorTextPlaceholder: token('--lx-placeholder'),
      colorBgLayout: token('--lx-ground'),
      borderRadius: 8,
      fontSize: 15,
      controlHeight: 40,
      fontFamily: 'inherit',
    },
    components: {
      Table: { rowSelectedBg: token('--lx-primary-wash'), rowSelectedHoverBg: token('--lx-primary-wash') },
      Menu: {
        darkItemColor: '#dcebea',
        darkItemBg: 'transparent',
        // All pages of the office fit on a screen of 860 px.
        itemHeight: 34,
        itemMarginBlock: 1,
        groupTitleFontSize: 13,
      },
    },
  };
}
