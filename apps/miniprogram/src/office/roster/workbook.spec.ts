import { LIMITS } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { rosterInWords, workbookProblem } from './workbook';

describe('workbookProblem', () => {
  it.each([
    ['委员名册.xlsx', 1024],
    ['ROSTER.XLSX', LIMITS.rosterBytes],
  ])('takes %s of %d bytes', (name, size) => {
    expect(workbookProblem({ name, size })).toBeUndefined();
  });

  it('says how to put right what is no workbook', () => {
    expect(workbookProblem({ name: '名册.xls', size: 10 })).toContain('另存为');
  });

  it('refuses what is too large', () => {
    expect(workbookProblem({ name: '名册.xlsx', size: LIMITS.rosterBytes + 1 })).toContain('不能超过 5 MB');
  });
});

describe('rosterInWords', () => {
  const counts = { rows: 12, toCreate: 3, toUpdate: 4, unchanged: 5 };

  it('says what a checked roster will do', () => {
    expect(rosterInWords({ ...counts, state: 'checked' })).toBe('共 12 行：将新增 3 位，更新 4 位，没有变化 5 位。');
  });

  it('says what an imported roster did', () => {
    expect(rosterInWords({ ...counts, state: 'imported' })).toBe('已导入：新增 3 位，更新 4 位，没有变化 5 位。');
  });
});
