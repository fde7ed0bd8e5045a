import type { IntakeItem } from '@/api/types';

/** Names as one says them: all of two, the first two and how many of more. */
export function namesInWords(names: readonly string[]): string {
  if (names.length <= 2) return names.join('、');
  return `${names.slice(0, 2).join('、')}等 ${names.length} 人`;
}

/** What stands behind a submission, in words; empty where there is nothing. */
export function behindInWords({ sourceCount, mergedCount }: Pick<IntakeItem, 'sourceCount' | 'mergedCount'>): string {
  return [sourceCount > 0 && `来源 ${sourceCount} 件`, mergedCount > 0 && `并入 ${mergedCount} 件`]
    .filter(Boolean)
    .join('，');
}
