import { type RefObject, useEffect } from 'react';

/**
 * Keeps the keyboard in a field while the page is still settling, in the browser. Taro's views move what stands in them once, a frame or
 * more after it was drawn; an element that is moved loses the focus, and on a slow phone the words typed from then on went nowhere.
 * @param field the native field; it is watched only while it has the focus
 */
export function useKeptFocus(field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    let held = false;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const moves = new MutationObserver(() => {
      if (held && element.isConnected && document.activeElement === document.body) {
        element.focus({ preventScroll: true });
      }
    });
    const taken = () => {
      clearTimeout(leaving);
      held = true;
      moves.observe(document.body, { childList: true, subtree: true });
    };
    const left = () => {
      // A move is told of before this runs; a person who goes elsewhere is not called back.
      leaving = setTimeout(() => {
        if (document.activeElement === element) return;
        held = false;
        moves.disconnect();
      });
    };
    element.addEventListener('focus', taken);
    element.addEventListener('blur', left);
    if (document.activeElement === element) taken();
    return () => {
      clearTimeout(leaving);
      moves.disconnect();
      element.removeEventListener('focus', taken);
      element.removeEventListener('blur', left);
    };
  }, [field]);
}
