import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../test/people.js';
import { VoiceWorld } from '../../test/voices.js';
import { XLSX_TYPE } from '../directory/roster-sheet.js';

let world: VoiceWorld;
beforeAll(async () => {
  world = await VoiceWorld.start();
  world.test.clock.set('2026-06-01T10:00:00+08:00');
  for (const person of [world.author, world.second, world.office, world.convener, world.committeeStaff]) {
    await world.letters.signInAgain(person);
  }
}, 120_000);
afterAll(() => world.test.stop());

async function exported(by: Person, query: string) {
  const reply = await world.test.request<Buffer>('GET', `/desk/intake/export?${query}`, { token: by.token });
  expect([reply.status, reply.headers['content-type']]).toEqual([200, XLSX_TYPE]);
  return { reply, rows: await readSheet(reply.body) };
}

test('the export holds the rows of the box with their filters, and nothing of another desk', async () => {
  const letterId = await world.letters.delivered();
  const id = await world.handedIn(world.author, { desk: 'office', title: '=老旧小区加装电梯', letterIds: [letterId] });
  const { version } = await world.opinionRow(id);
  const body = { accountId: world.office.accountId, version };
  await world.test.request('PUT', `/desk/submissions/opinion/${id}/assignee`, { token: world.office.token, body });
  await world.accepted(world.second, { desk: 'office', title: '已采集的', theme: 'health' });
  await world.handedIn(world.author, { title: '交给界别的意见' });
  await world.voiceIn('submitted');
  const { reply, rows } = await exported(world.office, 'box=all');
  expect(rows[0]).toEqual([
    '编号',
    '种类',
    '标题',
    '主题',
    '界别',
    '提出人',
    '受理方',
    '提交时间',
    '采集时间',
    '办理期限',
    '期限情况',
    '状态',
    '负责人',
    '来源数',
    '并入数',
  ]);
  expect(rows.slice(1).map((row) => [row[1], row[2], row[11]])).toEqual([
    ['界别集体声音', '关于停车难的界别声音', '已提交'],
    ['社情民意信息', '已采集的', '已采集'],
    ['社情民意信息', '=老旧小区加装电梯', '已提交'],
  ]);
  const [, , accepted, first] = rows;
  expect(accepted?.[0]).toBe('社情民意 2026-0001');
  expect(first?.slice(3, 8)).toEqual(['交通出行', '测试界别', '李文远', '政协办公室', '2026-06-01 10:00']);
  expect(first?.slice(8)).toEqual([null, '2026-06-08 23:59', '期限内', '已提交', '办公室', 1, 0]);
  expect(String(reply.headers['content-disposition'])).toContain(encodeURIComponent('意见建议-全部-2026-06-01.xlsx'));
});

test('the export takes the filters of the list', async () => {
  const { rows } = await exported(world.office, 'box=all&theme=health');
  expect(rows.slice(1).map((row) => row[2])).toEqual(['已采集的']);
  const { rows: open } = await exported(world.office, 'box=open&kind=information');
  expect(open).toHaveLength(2);
});

test('the export of a desk with nothing has its headings', async () => {
  expect((await exported(world.committeeStaff, 'box=open')).rows).toHaveLength(1);
});
