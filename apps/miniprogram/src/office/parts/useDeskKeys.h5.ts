import { useEffect } from 'react';
import { type DeskKey, keyMeant } from './desk-keys';

const FIELDS = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
/** What lies on top of a page while it asks something; closed ones may stay in the document, without a place on screen. */
const COVERS = '[role="dialog"], [role="menu"], [role="listbox"]';

function isCovered(target: HTMLElement): boolean {
  if (target.closest(COVERS) !== null) return true;
  return [...document.querySelectorAll('[role="dialog"]')].some((cover) => cover.getClientRects().length > 0);
}

/** Listens for the keys of a page of the browser desk, as long as it is shown. */
export function useDeskKeys(keys: readonly DeskKey[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      const meant = keyMeant(keys, {
        key: event.key,
        modified: event.metaKey || event.ctrlKey || event.altKey || event.isComposing,
        typing: target.closest(FIELDS) !== null,
        covered: isCovered(target),
        onControl: target.closest('button, a, [role="button"], [role="checkbox"], input') !== null,
      });
      if (!meant) return;
      event.preventDefault();
      meant.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
