import { useSyncExternalStore } from 'react';

/** From this width on, lists and details stand side by side (design §9). */
const WIDE = '(min-width: 1024px)';

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(WIDE);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Whether there is room for two panes. Never in WeChat. */
export function useWide(): boolean {
  const inBrowser = process.env.TARO_ENV === 'h5';
  return useSyncExternalStore(
    inBrowser ? subscribe : () => () => undefined,
    () => inBrowser && window.matchMedia(WIDE).matches,
  );
}
