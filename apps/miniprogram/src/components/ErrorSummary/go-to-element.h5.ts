/** Scrolls to an element of the page by its id and puts the keyboard there. */
export function goToElement(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
