import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Device, launchBrowser, openDevice, picture } from './browser.js';
import { decide, reflect, writeLetter } from './loop.js';
import { signInAs } from './people.js';

const number = Date.now() % 1_000_000;
const title = `关于修好河堤步道的建议 ${number}`;

let browser: Browser;
let affairs: Device;
beforeAll(async () => {
  const baseURL = inject('baseURL');
  browser = await launchBrowser();
  affairs = await openDevice(browser, baseURL, 'desk');
  const letterId = await writeLetter(baseURL, '李示例', '张示范', {
    title: `河堤步道塌了一段 ${number}`,
    text: `河堤步道塌了一段，晚上散步很危险，请帮忙问问什么时候修。桩号 ${number}。`,
  });
  const opinionId = await reflect(baseURL, '张示范', letterId, title);
  await decide(baseURL, opinionId, 'noted', '已列入明年的计划。');
});
afterAll(() => browser.close());

test('member affairs sees what a member has not told a constituent yet, and reminds', async () => {
  const { page } = affairs;
  await signInAs(page, '郑委工');
  await page.goto('/office/feedback/index');
  const row = page.getByRole('row').filter({ hasText: title });
  await row.getByText('张示范').waitFor();
  expect(await row.getByText('没有提醒过').count()).toBe(1);
  await picture(page, 'desk-relay-board');
  await row.getByRole('button', { name: /提醒/ }).click();
  await page.getByText('已经提醒张示范委员').waitFor();
  await row.getByText('今天提醒过').waitFor();
  expect(affairs.errors).toEqual([]);
});
