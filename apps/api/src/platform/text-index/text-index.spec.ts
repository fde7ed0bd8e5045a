import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { Database } from '../database/database.js';
import { Problem } from '../problems/problem.js';
import { type TextEntry, TextIndex, type TextQuery } from './text-index.js';

let test: TestApp;
let index: TextIndex;
let minute = 0;

beforeAll(async () => {
  test = await startTestApp();
  index = test.app.get(TextIndex);
});
afterAll(() => test.stop());

/** A text of its own scope, a minute later than the one before. */
function entry(over: Partial<TextEntry> = {}): TextEntry {
  minute += 1;
  const at = new Date(Date.parse('2026-03-01T00:00:00Z') + minute * 60_000);
  return { kind: 'letter', id: uuidv7(), scopes: [uuidv7()], title: '来信', text: '路灯坏了', at, ...over };
}

async function put(over: Partial<TextEntry> = {}): Promise<TextEntry> {
  const made = entry(over);
  await index.put(made);
  return made;
}

/** The ids of everything found, page by page. */
async function allOf(query: Omit<TextQuery, 'limit'>, limit = 3): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await index.find({ ...query, limit, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

const rows = async (table: string): Promise<number> =>
  Number((await test.app.get(Database).read.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);

describe('a search', () => {
  it('finds what random texts hold, newest first, as a plain look through all of them does', async () => {
    const characters = [...'水电路灯学校医院老人小区'];
    const some = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;
    const line = (length: number) => Array.from({ length }, () => some(characters)).join('');
    const scopes = ['random:a', 'random:b', 'random:c'];
    const made: TextEntry[] = [];
    for (let count = 0; count < 120; count += 1) {
      const kind = some(['letter', 'opinion'] as const);
      made.push(await put({ kind, title: line(4), text: line(12), scopes: [some(scopes), some(scopes)] }));
    }
    for (let count = 0; count < 60; count += 1) {
      const words = [line(2 + (count % 2)), ...(count % 3 === 0 ? [line(2)] : [])];
      const asked = count % 2 === 0 ? scopes.slice(0, 1) : scopes.slice(1);
      const holds = ({ title, text }: TextEntry, word: string) => title.includes(word) || text.includes(word);
      const expected = made
        .filter((one) => one.scopes.some((scope) => asked.includes(scope)) && words.every((word) => holds(one, word)))
        .map(({ id }) => id)
        .reverse();
      expect(await allOf({ words: words.join(' '), scopes: asked })).toEqual(expected);
    }
  });

  it('takes full-width and capital letters, numbers and marks as people type them', async () => {
    const { id, scopes } = await put({ title: '社情民意 2026-0042', text: '小区ＷｉＦｉ太慢，𠮷祥里3号楼没有信号。' });
    for (const words of ['wifi', '2026-0042', '0042 民意', '𠮷祥', '3号楼', '“没有信号”']) {
      expect(await allOf({ words, scopes })).toEqual([id]);
    }
    for (const words of ['2026-0043', '祥楼', '没有号']) expect(await allOf({ words, scopes })).toEqual([]);
  });

  it('shows where the words stand, in the title and in the part of the text around the first of them', async () => {
    const { scopes } = await put({
      title: '村口路灯',
      text: `${'前言'.repeat(60)}村口的路灯坏了。${'后记'.repeat(60)}`,
    });
    const { items } = await index.find({ words: '路灯 村口', scopes, limit: 10 });
    const [hit] = items;
    const cut = (text = '', marks: readonly (readonly [number, number])[] = []) =>
      marks.map(([start, end]) => text.slice(start, end));
    expect(cut(hit?.title, hit?.titleMarks)).toEqual(['村口路灯']);
    expect(cut(hit?.excerpt, hit?.excerptMarks)).toEqual(['村口', '路灯']);
    expect(hit?.excerpt).toMatch(/^…前?言.*村口的路灯坏了。.*…$/);
  });

  it('refuses a cursor that no page gave', async () => {
    for (const place of ['["x",""]', '[1e400,""]', '[-5,""]', '[1.5,""]']) {
      const cursor = Buffer.from(place).toString('base64url');
      await expect(index.find({ words: '路灯', scopes: ['one'], limit: 10, cursor })).rejects.toThrow(Problem);
    }
  });

  it('asks for two characters, and finds nothing for somebody who may see nothing', async () => {
    const { scopes } = await put();
    await expect(index.find({ words: '灯', scopes, limit: 10 })).rejects.toThrow(Problem);
    await expect(index.find({ words: ' ，。', scopes, limit: 10 })).rejects.toThrow(Problem);
    expect(await allOf({ words: '路灯', scopes: [] })).toEqual([]);
    expect(await allOf({ words: '路灯', scopes: ['member:nobody'] })).toEqual([]);
    expect(await allOf({ words: '路灯', scopes, kinds: ['opinion'] })).toEqual([]);
  });

  it('walks through many common words to few that stand together', async () => {
    const scopes = ['many'];
    const both = await put({ scopes, text: '公园里的水泵和长椅' });
    for (let count = 0; count < 150; count += 1) await put({ scopes, text: count % 2 ? '公园水泵' : '公园长椅' });
    const newer = await put({ scopes: ['other', 'many'], text: '长椅旁边的水泵，公园' });
    expect(await allOf({ words: '水泵 长椅', scopes })).toEqual([newer.id, both.id]);
    expect(await allOf({ words: '水泵 长椅', scopes: ['other', 'many'] })).toEqual([newer.id, both.id]);
  });
});

describe('an entry', () => {
  it('follows its text, its scopes and its time, and leaves nothing behind', async () => {
    const before = await Promise.all(['text_documents', 'text_grams', 'text_scopes'].map(rows));
    const first = await put({ text: '自来水发黄', scopes: ['one', 'two'] });
    await index.put({ ...first, text: '自来水停了', scopes: ['two', 'three'] });
    expect(await allOf({ words: '自来水', scopes: ['one'] })).toEqual([]);
    expect(await allOf({ words: '发黄', scopes: ['two'] })).toEqual([]);
    expect(await allOf({ words: '停了', scopes: ['three'] })).toEqual([first.id]);
    const later = await put({ text: '自来水又停了', scopes: ['three'] });
    expect(await allOf({ words: '停了', scopes: ['three'] })).toEqual([later.id, first.id]);
    await index.put({ ...first, text: '自来水停了', scopes: ['three'], at: new Date(later.at.getTime() + 1) });
    expect(await allOf({ words: '停了', scopes: ['three'] })).toEqual([first.id, later.id]);
    await index.remove('letter', first.id);
    await index.remove('letter', later.id);
    await index.remove('letter', later.id);
    expect(await Promise.all(['text_documents', 'text_grams', 'text_scopes'].map(rows))).toEqual(before);
  });

  it('is there only when the change it belongs to is', async () => {
    const made = entry({ scopes: ['undone'] });
    const failing = test.app.get(Database).write(async () => {
      await index.put(made);
      throw new Error('as planned');
    });
    await expect(failing).rejects.toThrow('as planned');
    expect(await allOf({ words: '路灯', scopes: ['undone'] })).toEqual([]);
  });

  it('may share its instant with more than a hundred others, entered side by side', async () => {
    const at = new Date('2026-05-01T00:00:00.123Z');
    const made = Array.from({ length: 130 }, () => entry({ at, scopes: ['crowd'] }));
    await Promise.all(made.map((one) => index.put(one)));
    const found = await allOf({ words: '路灯', scopes: ['crowd'] }, 50);
    expect(found.sort()).toEqual(made.map(({ id }) => id).sort());
  });
});

describe('likeness', () => {
  it('puts the same matter in other words first and leaves out what has nothing in common', async () => {
    const scopes = ['hand'];
    const lamp = await put({
      kind: 'opinion',
      scopes,
      title: '关于修复城南小学门口路灯的建议',
      text: '城南小学门口路灯损坏三个月，学生放学摸黑走路，建议尽快修复并换成太阳能路灯。',
    });
    const bus = await put({
      kind: 'opinion',
      scopes,
      title: '增加公交班次',
      text: '早晚高峰公交等待时间长，学生上学不便，建议增加班次。',
    });
    await put({ kind: 'opinion', scopes: ['elsewhere'], title: lamp.title, text: lamp.text });
    await put({ kind: 'opinion', scopes, title: '村医待遇', text: '乡村医生收入低，留不住人。' });
    const text = '城南小学旁边的路灯坏了好久，孩子放学看不见路，请尽快修复';
    const alike = await index.similar({ text, scopes, kinds: ['opinion'], limit: 5 });
    expect(alike.map(({ id }) => id).slice(0, 1)).toEqual([lamp.id]);
    expect(alike[0]?.likeness).toBeGreaterThan(2 * (alike.find(({ id }) => id === bus.id)?.likeness ?? 0));
    const others = await index.similar({ text, scopes, exceptId: lamp.id, limit: 5 });
    expect(others.map(({ id }) => id)).not.toContain(lamp.id);
    const [copy] = await index.similar({ text: `${bus.title}\n${bus.text}`, scopes, limit: 1 });
    expect(copy).toEqual({ kind: 'opinion', id: bus.id, likeness: 1 });
  });
});
