import { readFile } from 'node:fs/promises';
import { LIMITS } from '@lianxin/shared';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import demonstration from '../../assets/demonstration-directory.json' with { type: 'json' };
import { createUnit, importMembers, rosterRow, uploadRoster } from '../../test/directory.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';
import { assetPath } from '../platform/assets.js';
import type { Page } from '../platform/database/keyset.js';
import { Jobs } from '../platform/jobs/jobs.js';
import type { DirectoryUnit } from './directory-units.dto.js';
import type { MemberDetail, MemberSummary } from './members.dto.js';
import { ROSTER_COLUMNS, type RosterCells } from './roster-columns.js';
import { readRoster, writeRoster } from './roster-sheet.js';
import type { Roster } from './rosters.dto.js';

const HEADINGS = ROSTER_COLUMNS.map(({ heading }) => heading);

let test: TestApp;
let office: Person;
let constituent: Person;

beforeAll(async () => {
  test = await startTestApp();
  office = await createPerson(test, { roles: ['office'] });
  constituent = await createPerson(test);
  for (const name of demonstration.townships) await createUnit(test, office, 'township', name);
  for (const name of demonstration.committees) await createUnit(test, office, 'committee', name);
});
afterAll(() => test.stop());

const sheet = (rows: SheetData) => writeExcelFile(rows).toBuffer();
const row = (cells: Partial<RosterCells> = {}) => {
  const filled = rosterRow(cells);
  return ROSTER_COLUMNS.map(({ key }) => filled[key] || null);
};
const confirm = (id: string, skipProblems = false, person = office) =>
  test.request<Roster & { code: string }>('POST', `/rosters/${id}/confirm`, {
    token: person.token,
    body: { skipProblems },
  });
const show = async (id: string) => (await test.request<Roster>('GET', `/rosters/${id}`, { token: office.token })).body;
const search = async (query: string) =>
  (await test.request<Page<MemberSummary>>('GET', `/members?${new URLSearchParams({ query })}`)).body.items;

describe('checking a roster', () => {
  it('says what importing would do, and imports nothing', async () => {
    const reply = await uploadRoster(test, office, await writeRoster([rosterRow({ name: '只检查' })]), '名册 1.xlsx');
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      state: 'checked',
      rows: 1,
      toCreate: 1,
      toUpdate: 0,
      unchanged: 0,
      problems: [],
      importedAt: null,
    });
    expect(await show(reply.body.id)).toEqual(reply.body);
    expect(await search('只检查')).toEqual([]);
  });

  it('names every bad cell with row, column, value and reason', async () => {
    const twice = rosterRow();
    const rows: SheetData = [
      HEADINGS,
      row({ name: '' }),
      row({ workUnit: '长'.repeat(LIMITS.workUnit + 1) }),
      row({ sector: '医疗卫生界' }),
      [],
      row({ committee: '提按委员会', township: '不存在的地方' }),
      ROSTER_COLUMNS.map(({ key }) => twice[key] || null),
      ROSTER_COLUMNS.map(({ key }) => twice[key].toLowerCase() || null),
      row({ number: '编号 1' }),
      row({ name: '<b>林示范</b>' }),
      row({ post: '=HYPERLINK("http://x")' }),
      ROSTER_COLUMNS.map(({ key }) => (key === 'term' ? new Date('2026-01-01') : rosterRow()[key] || null)),
      ROSTER_COLUMNS.map(({ key }) => (key === 'field' ? true : rosterRow()[key] || null)),
      row({ number: '', name: '', sector: '' }),
      row({ name: '\u200b\u200d' }),
      row({ name: '𠮷示范', bio: '字'.repeat(LIMITS.bio) }),
    ];
    const bytes = await writeExcelFile(rows, { dateFormat: 'yyyy-mm-dd' }).toBuffer();
    const { status, body } = await uploadRoster(test, office, bytes);
    expect(status).toBe(201);
    expect(body).toMatchObject({ rows: 14, toCreate: 2 });
    const found = body.problems.map(({ row, column, reason }) => [row, column, reason]);
    expect(found).toEqual([
      [2, '姓名', '请填写姓名。'],
      [3, '工作单位', '工作单位不能超过 80 个字，请删减后再提交。'],
      [4, '界别', expect.stringContaining('是不是“医药卫生界”')],
      [6, '专门委员会', expect.stringContaining('“提案委员会”')],
      [6, '乡镇(街道)', expect.stringContaining('请先在目录里添加')],
      [8, '编号', '编号与第 7 行重复，请改正其中一行。'],
      [9, '编号', expect.stringContaining('格式不对')],
      [10, '姓名', expect.any(String)],
      [11, '职务', '不能填公式，请直接填写文字。'],
      [12, '届次', expect.stringContaining('日期')],
      [13, '专业领域', expect.stringContaining('是/否')],
      [14, '编号', '请填写编号。'],
      [14, '姓名', '请填写姓名。'],
      [14, '界别', '请填写界别。'],
      [15, '姓名', expect.any(String)],
    ]);
    expect(body.problems[1]?.value).toBe('长'.repeat(60));
    expect(body.problems[0]?.value).toBeNull();
  });

  it.each<[string, () => Promise<Buffer>, string, RegExp]>([
    ['no .xlsx at all', async () => Buffer.from('编号,姓名\n1,林示范'), 'roster_not_xlsx', /\.xlsx/],
    ['an old .xls', async () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'roster_not_xlsx', /另存为/],
    ['another zip', async () => Buffer.from(zipSync({ 'a.txt': Buffer.from('a') })), 'roster_not_xlsx', /\.xlsx/],
    ['half a file', async () => (await writeRoster([rosterRow()])).subarray(0, 2000), 'roster_not_xlsx', /\.xlsx/],
    [
      'a zip bomb',
      async () => Buffer.from(zipSync({ 'xl/a.xml': Buffer.alloc(90_000_000) })),
      'roster_not_xlsx',
      /\.xlsx/,
    ],
    ['headings only', () => sheet([HEADINGS]), 'roster_empty', /第二行/],
    [
      'wrong headings',
      () => sheet([[...HEADINGS.slice(1), '电话', '姓名'], row()]),
      'roster_headings',
      /缺少：编号；不认识：电话；重复：姓名/,
    ],
    ['an empty sheet', () => sheet([[]]), 'roster_', /./],
    ['no bytes', async () => Buffer.alloc(0), 'file_missing', /名册文件/],
  ])('refuses %s', async (_, make, code, words) => {
    const reply = await uploadRoster(test, office, await make());
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field: 'file', code: expect.stringContaining(code) }] });
    expect(reply.body.detail).toMatch(words);
  });

  it('refuses more than 5,000 rows and more than 5 MB', async () => {
    const rows = Array.from({ length: LIMITS.rosterRows + 1 }, () => rosterRow());
    expect((await uploadRoster(test, office, await writeRoster(rows))).body).toMatchObject({
      errors: [{ code: 'roster_too_long' }],
    });
    const large = await uploadRoster(test, office, Buffer.alloc(LIMITS.rosterBytes + 1));
    expect(large).toMatchObject({ status: 413, body: { code: 'file_too_large' } });
  });

  it('reads headings with full-width brackets and in another order', async () => {
    const filled = rosterRow({ township: '清溪镇' });
    const columns = [...ROSTER_COLUMNS].reverse();
    const headings = columns.map(({ heading }) => heading.replace('(', '（').replace(')', ' ）'));
    const { body } = await uploadRoster(
      test,
      office,
      await sheet([headings, columns.map(({ key }) => filled[key] || null)]),
    );
    expect(body).toMatchObject({ toCreate: 1, problems: [] });
  });

  it('takes numbers typed as numbers', async () => {
    const cells = ROSTER_COLUMNS.map(({ key }) => (key === 'number' ? 100200 : rosterRow()[key] || null));
    const { body } = await uploadRoster(test, office, await sheet([HEADINGS, cells]));
    await confirm(body.id);
    expect(body.problems).toEqual([]);
    expect((await uploadRoster(test, office, await sheet([HEADINGS, cells]))).body).toMatchObject({ unchanged: 1 });
  });
});

describe('importing a roster', () => {
  it('needs a word when rows have problems, and leaves those out', async () => {
    const good = rosterRow({ name: '好的一行' });
    const bytes = await writeRoster([good, rosterRow({ name: '坏的一行', sector: '没有的界别' })]);
    const { id } = (await uploadRoster(test, office, bytes)).body;
    expect(await confirm(id)).toMatchObject({ status: 409, body: { code: 'roster_has_problems' } });
    expect((await show(id)).state).toBe('checked');
    const imported = await confirm(id, true);
    expect(imported.body).toMatchObject({ state: 'imported', toCreate: 1, problems: [{ row: 3, column: '界别' }] });
    expect(await search('一行')).toHaveLength(1);
    expect(await confirm(id, false)).toMatchObject({ status: 200, body: imported.body });
  });

  it('updates by number instead of doubling, and keeps the id', async () => {
    const rows = [rosterRow({ name: '更新前' }), rosterRow({ name: '不变的人' })] as const;
    await importMembers(test, office, rows);
    const [before] = await search('更新前');
    const changed = {
      ...rows[0],
      number: rows[0].number.toLowerCase(),
      name: '更新后',
      township: '云岭镇',
      bio: '新简介',
    };
    const again = await importMembers(test, office, [changed, rows[1], rosterRow({ name: '新来的人' })]);
    expect(again).toMatchObject({ toCreate: 1, toUpdate: 1, unchanged: 1 });
    const [after] = await search('gxh');
    expect(after).toMatchObject({ id: before?.id, name: '更新后', township: { name: '云岭镇' } });
    expect(await search('更新前')).toEqual([]);
    const detail = await test.request<MemberDetail>('GET', `/members/${after?.id}`);
    expect(detail.body).toMatchObject({ bio: '新简介', version: 2 });
  });

  it('makes one who had left a member again', async () => {
    const back = rosterRow({ name: '归来者' });
    await importMembers(test, office, [back]);
    const [member] = await search('归来者');
    const leave = { token: office.token, body: { active: false, version: 1 } };
    await test.request('PATCH', `/members/${member?.id}`, leave);
    expect(await importMembers(test, office, [back])).toMatchObject({ toUpdate: 1 });
    expect((await search('归来者'))[0]?.id).toBe(member?.id);
  });

  it('checks again at the moment of the import', async () => {
    const township = await createUnit(test, office, 'township', '将撤并镇');
    const { id } = (await uploadRoster(test, office, await writeRoster([rosterRow({ township: '将撤并镇' })]))).body;
    const retire = { token: office.token, body: { active: false, version: 1 } };
    await test.request('PATCH', `/directory-units/${township}`, retire);
    expect((await confirm(id)).status).toBe(409);
    expect((await show(id)).problems[0]?.reason).toContain('已停用');
  });

  it('imports once when two confirm at the same moment', async () => {
    const { id } = (await uploadRoster(test, office, await writeRoster([rosterRow({ name: '同时确认' })]))).body;
    const colleague = await createPerson(test, { roles: ['office'] });
    const [a, b] = await Promise.all([confirm(id), confirm(id, false, colleague)]);
    expect([a.status, b.status]).toEqual([200, 200]);
    expect(a.body).toEqual(b.body);
    expect(a.body).toMatchObject({ state: 'imported', toCreate: 1 });
    expect(await search('同时确认')).toHaveLength(1);
  });

  it('doubles nobody when two rosters with the same people are confirmed at the same moment', async () => {
    const bytes = await writeRoster([rosterRow({ name: '两份名册' })]);
    const ids = await Promise.all([1, 2].map(async () => (await uploadRoster(test, office, bytes)).body.id));
    const replies = await Promise.all(ids.map((id) => confirm(id)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(replies.map(({ body }) => body.toCreate + body.unchanged)).toEqual([1, 1]);
    expect(await search('两份名册')).toHaveLength(1);
  });

  it('can be thrown away before, not after', async () => {
    const { id } = (await uploadRoster(test, office, await writeRoster([rosterRow()]))).body;
    const discard = () => test.request('DELETE', `/rosters/${id}`, { token: office.token });
    expect((await discard()).status).toBe(204);
    expect((await discard()).status).toBe(404);
    expect((await confirm(id)).status).toBe(404);
    const { id: imported } = await importMembers(test, office, [rosterRow()]);
    expect((await test.request('DELETE', `/rosters/${imported}`, { token: office.token })).status).toBe(409);
  });

  it('is for the office', async () => {
    const bytes = await writeRoster([rosterRow()]);
    expect((await uploadRoster(test, constituent, bytes)).status).toBe(403);
    for (const path of ['/rosters/template', '/rosters/export']) {
      expect((await test.request('GET', path)).status).toBe(401);
      expect((await test.request('GET', path, { token: constituent.token })).status).toBe(403);
    }
  });
});

describe('the files that ship', () => {
  it('the template has the headings, instructions, and no member', async () => {
    const reply = await test.request<Buffer>('GET', '/rosters/template', { token: office.token });
    expect(reply.headers['content-disposition']).toContain('attachment');
    expect(reply.body).toEqual(await readFile(assetPath('roster-template.xlsx')));
    expect(await readSheet(reply.body)).toEqual([HEADINGS]);
    const instructions = await readSheet(reply.body, 2);
    expect(instructions.slice(1, -1).map(([heading]) => heading)).toEqual(HEADINGS);
    expect((await uploadRoster(test, office, reply.body)).body).toMatchObject({ errors: [{ code: 'roster_empty' }] });
  });

  it('the demonstration roster becomes 60 members of 20 sectors, 10 townships and 8 committees', async () => {
    const bytes = await readFile(assetPath('demonstration-roster.xlsx'));
    const lines = await readRoster(bytes);
    const different = (key: keyof RosterCells) => new Set(lines.map(({ cells }) => cells[key]).filter(Boolean)).size;
    expect([different('sector'), different('township'), different('committee')]).toEqual([20, 10, 8]);
    expect(different('name')).toBe(60);
    const { body } = await uploadRoster(test, office, bytes);
    expect(body).toMatchObject({ rows: 60, toCreate: 60, problems: [] });
    expect((await confirm(body.id)).body).toMatchObject({ state: 'imported', toCreate: 60 });
    expect((await search('zsf')).map(({ name }) => name)).toContain('曾示范');
    const units = await test.request<{ items: DirectoryUnit[] }>('GET', '/directory-units?kind=township');
    expect(units.body.items.filter(({ memberCount }) => memberCount > 0).length).toBeGreaterThanOrEqual(10);
  });

  it('an export comes back unchanged and holds no formula', async () => {
    await importMembers(test, office, [
      rosterRow({ name: '林示范', post: '+1', field: '@某某', bio: '-第一行\n第二行' }),
    ]);
    const exported = await test.request<Buffer>('GET', '/rosters/export', { token: office.token });
    expect(exported.headers['content-type']).toContain('spreadsheetml');
    const { body } = await uploadRoster(test, office, exported.body);
    expect(body).toMatchObject({ toCreate: 0, toUpdate: 0, problems: [] });
    expect(body.unchanged).toBe(body.rows);
    expect(body.rows).toBeGreaterThan(60);
    expect((await readSheet(exported.body)).flat().some((cell) => cell === '@某某')).toBe(true);
  });
});

it('forgets rosters that nobody confirmed within a week', async () => {
  const { id } = (await uploadRoster(test, office, await writeRoster([rosterRow()]))).body;
  const { id: imported } = await importMembers(test, office, [rosterRow()]);
  test.clock.advanceDays(7.1);
  await test.app.get(Jobs).runDue();
  const later = await createPerson(test, { roles: ['office'] });
  const status = async (roster: string) =>
    (await test.request('GET', `/rosters/${roster}`, { token: later.token })).status;
  expect(await status(id)).toBe(404);
  expect(await status(imported)).toBe(200);
  test.clock.set(new Date());
});
