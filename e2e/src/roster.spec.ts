import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Device, launchBrowser, openDevice, picture } from './browser.js';
import { signInAs } from './people.js';

const HEADINGS = ['编号', '姓名', '工作单位', '职务', '专业领域', '界别', '专门委员会', '乡镇(街道)', '届次', '简介'];

let browser: Browser;
let office: Device;
beforeAll(async () => {
  browser = await launchBrowser();
  office = await openDevice(browser, inject('baseURL'), 'desk');
});
afterAll(() => browser.close());

/** A roster file with these rows under the headings. */
async function rosterFile(rows: string[][]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const cells = [HEADINGS, ...rows].map((row) => row.map((value) => ({ value, type: String })));
  const buffer = await writeXlsxFile(cells).toBuffer();
  return {
    name: '名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  };
}

test('bad rows are named by row, column and reason, the good ones are imported and can be found', async () => {
  const { page } = office;
  await signInAs(page, '吴办公');
  await page.goto('/office/roster/index');
  const suffix = String(Date.now()).slice(-6);
  const good = `欧示范`;
  const file = await rosterFile([
    [`T${suffix}`, good, '连心县试验学校', '教师', '小学教育', '教育界', '', '清溪镇', '第十届', '虚构人物'],
    [`U${suffix}`, '', '连心县试验学校', '教师', '', '教育界', '', '清溪镇', '第十届', ''],
    [`V${suffix}`, '钟示范', '连心县医院', '医生', '内科', '不存在的界别', '', '清溪镇', '第十届', ''],
  ]);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('不存在的界别').first().waitFor();
  await expect.poll(() => page.getByRole('cell', { name: '姓名' }).count()).toBeGreaterThan(0);
  await picture(page, 'office-roster-bad-rows');
  await page.getByRole('button', { name: /跳过/ }).click();
  await page.getByText('新增', { exact: true }).first().waitFor();

  const visitor = await openDevice(browser, inject('baseURL'), 'phone');
  await visitor.page.goto('/pages/find/index');
  await visitor.page.getByLabel('搜索委员').fill('osf');
  await visitor.page.locator('.lx-member-card', { hasText: good }).first().waitFor();
  await visitor.page.getByLabel('搜索委员').fill('钟示范');
  await visitor.page.getByText('没有找到这样的委员').waitFor();
  expect(office.errors).toEqual([]);
});
