import { describe, expect, it } from 'vitest';
import { type KeptField, problemsOf, trimmed } from './kept';

type Values = { name: string; position: string; kind: string; note: string };

const fields: readonly KeptField<Values>[] = [
  { name: 'name', label: '名称', kind: 'line', max: 4 },
  { name: 'position', label: '顺序', kind: 'digits' },
  { name: 'kind', label: '类别', kind: 'choice', choices: [{ value: 'a', label: '甲' }] },
  { name: 'note', label: '备注', kind: 'text', max: 3, optional: true },
];
const good: Values = { name: '办公室', position: '3', kind: 'a', note: '' };

describe('problemsOf', () => {
  it('finds nothing in a form that is right', () => {
    expect(problemsOf(fields, good)).toEqual([]);
  });

  it.each([
    ['what is missing', { name: '  ' }, 'name', '请填写名称'],
    ['a choice not made', { kind: '' }, 'kind', '请选择类别'],
    ['what is too long', { name: '一二三四五' }, 'name', '名称最多 4 字，请删去一些'],
    ['an optional field that is too long', { note: '一二三四' }, 'note', '备注最多 3 字，请删去一些'],
    ['what is no number', { position: '-1' }, 'position', '顺序请填写不超过 6 位的数字'],
  ])('finds %s', (_what, change, field, message) => {
    expect(problemsOf(fields, { ...good, ...change })).toEqual([{ field, message }]);
  });

  it('counts rare characters and emoji once', () => {
    expect(problemsOf(fields, { ...good, name: '𠮷𠮷👍👍' })).toEqual([]);
  });
});

describe('trimmed', () => {
  it('takes blanks away around every value', () => {
    expect(trimmed({ ...good, name: ' 办公室\n' }).name).toBe('办公室');
  });
});
