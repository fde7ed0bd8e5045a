import { useEffect, useId, useRef } from 'react';

/** The field to fill in comes first; without one the last button, which confirms. */
function firstStop(dialog: HTMLElement): HTMLElement | undefined {
  const field = dialog.querySelector<HTMLElement>('input, textarea');
  return field ?? [...dialog.querySelectorAll<HTMLElement>('button:not(:disabled)')].at(-1);
}

/** Keeps Tab inside the dialog: from its last stop to the first and back. */
function turnAround(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('button:not(:disabled), input, textarea, a[href]')];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

/**
 * Leads the keyboard through a dialog of the browser: into it when it opens, Escape closes it, Tab stays inside, and afterwards back to
 * where it was.
 * @returns the id to give the dialog
 */
export function useDialogFocus(open: boolean, onClose: () => void): string | undefined {
  const id = `dialog-${useId().replace(/:/g, '')}`;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!open) return undefined;
    const before = document.activeElement;
    const dialog = () => document.getElementById(id);
    // The pop-up stands in the document only after this render.
    const entering = setTimeout(() => {
      const element = dialog();
      if (element) firstStop(element)?.focus();
    }, 50);
    const press = (event: KeyboardEvent) => {
      const element = dialog();
      if (!element?.contains(document.activeElement)) return;
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab') turnAround(element, event);
    };
    document.addEventListener('keydown', press);
    return () => {
      clearTimeout(entering);
      document.removeEventListener('keydown', press);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open, id]);
  return id;
}
