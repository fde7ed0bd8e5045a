import { LIMITS } from '@lianxin/shared';
import type { Roster } from '@/api/types';

/** A file that was chosen, as the device names it. */
export interface ChosenWorkbook {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** What is wrong with a chosen file before it is sent; nothing when it may be a roster. */
export function workbookProblem({ name, size }: Pick<ChosenWorkbook, 'name' | 'size'>): string | undefined {
  if (!/\.xlsx$/i.test(name)) return `“${name}”不是 .xlsx 文件，请在 Excel 里另存为“Excel 工作簿（.xlsx）”。`;
  if (size > LIMITS.rosterBytes) return `名册文件不能超过 ${LIMITS.rosterBytes / 1024 / 1024} MB。`;
  return undefined;
}

/** What a roster will do or did, in one sentence. */
export function rosterInWords(roster: Pick<Roster, 'rows' | 'toCreate' | 'toUpdate' | 'unchanged' | 'state'>): string {
  const { rows, toCreate, toUpdate, unchanged } = roster;
  return roster.state === 'imported'
    ? `已导入：新增 ${toCreate} 位，更新 ${toUpdate} 位，没有变化 ${unchanged} 位。`
    : `共 ${rows} 行：将新增 ${toCreate} 位，更新 ${toUpdate} 位，没有变化 ${unchanged} 位。`;
}
