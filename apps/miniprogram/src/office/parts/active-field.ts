import type { Choice } from '@/components/ChoiceList';

/** Whether something kept is in use, as a choice of a form. */
export const ACTIVE_CHOICES: readonly Choice<string>[] = [
  { value: 'true', label: '使用中' },
  { value: 'false', label: '停用', hint: '不再能选用，已经用过的地方不变' },
];

/** The mark in lists of what is not in use. */
export function inactiveMark(item: { readonly active: boolean }): string | undefined {
  return item.active ? undefined : '已停用';
}
