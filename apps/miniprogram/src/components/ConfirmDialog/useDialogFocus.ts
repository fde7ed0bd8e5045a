/** WeChat has no focus to guide. */
export function useDialogFocus(_open: boolean, _onClose: () => void): string | undefined {
  return undefined;
}
