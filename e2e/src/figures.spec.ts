import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openDevice, picture } from './browser.js';
import { signInAs } from './people.js';

const PATIENCE = { timeout: 20_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('member affairs opens the letters behind a figure, as many as the figure says, and sees no word of them', async () => {
  const { page, errors } = await openDevice(browser, inject('baseURL'), 'desk');
  await signInAs(page, '郑委工');
  await page.goto('/office/figures/index');
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: /收到来信 \d+ 封/ }) });
  const figure = row.last().getByRole('button', { name: /收到来信 \d+ 封/ });
  await figure.waitFor();
  const count = Number(await figure.textContent());
  await picture(page, 'desk-figures');
  await figure.click();
  const letters = page.getByRole('dialog').locator('.lx-card');
  const more = page.getByRole('dialog').getByRole('button', { name: '加载更多' });
  await letters.first().waitFor();
  while ((await more.count()) > 0) await more.click();
  await expect.poll(() => letters.count(), PATIENCE).toBe(count);
  expect(await letters.first().textContent()).toMatch(/来信 \d{4}-\d{6}/);
  await picture(page, 'desk-figures-letters');
  expect(errors).toEqual([]);
});

test('the office searches two words and sees where they stand', async () => {
  const { page, errors } = await openDevice(browser, inject('baseURL'), 'desk');
  await signInAs(page, '吴办公');
  await page.goto('/office/search/index');
  await page.getByRole('searchbox').fill('建议');
  await page.locator('.search__found').first().waitFor();
  expect(await page.locator('.search__found').first().textContent()).toBe('建议');
  await page.getByRole('radio', { name: '意见建议' }).click();
  await expect.poll(() => page.locator('.search__hit').count(), PATIENCE).toBeGreaterThan(0);
  await page.getByRole('heading', { name: '全文搜索' }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/office\/opinion/);
  expect(errors).toEqual([]);
});
