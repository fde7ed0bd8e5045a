import type { DirectoryUnit } from '@/api/types';

/** What the directory is narrowed down by, one unit of each kind at most. */
export type Filters = Partial<Record<DirectoryUnit['kind'], string>>;

/** The words of each filter on screen. */
export const FILTERS = [
  { kind: 'sector', label: '界别', noneWord: '全部界别' },
  { kind: 'township', label: '乡镇（街道）', noneWord: '全部乡镇街道' },
  { kind: 'committee', label: '专门委员会', noneWord: '全部专委会' },
] as const satisfies readonly { kind: DirectoryUnit['kind']; label: string; noneWord: string }[];
