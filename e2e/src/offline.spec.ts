import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openDevice, picture } from './browser.js';
import { fillLetter } from './letters.js';
import { signInAs } from './people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens the writing page for a member and fills it in. */
async function writtenLetter(name: string, title: string) {
  const device = await openDevice(browser, inject('baseURL'), 'phone');
  const { page } = device;
  await signInAs(page, name);
  await page.goto('/pages/find/index');
  await page.getByLabel('搜索委员').fill('zsf');
  await page.locator('.lx-member-card', { hasText: '张示范' }).first().click();
  await page.getByText('给张示范委员写信').click();
  await fillLetter(page, { title, text: `${title}。请委员帮忙看看，谢谢。` });
  return device;
}

test('a letter whose answer is lost on the way arrives once', async () => {
  const title = `公交站没有遮雨棚 ${Date.now()}`;
  const { page, context } = await writtenLetter('李示例', title);
  let cut = true;
  // The server takes the letter, and the network is gone before its answer comes back.
  await context.route('**/api/v1/letters', async (route) => {
    if (!cut || route.request().method() !== 'POST') return route.continue();
    cut = false;
    await route.fetch();
    await context.setOffline(true);
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: '寄出' }).click();
  await page.getByText('正在等网络').first().waitFor();
  await picture(page, 'write-waiting-for-network').catch(() => undefined);
  await context.setOffline(false);
  const again = page.getByRole('button', { name: /再试/ });
  if (await again.isVisible().catch(() => false)) await again.click().catch(() => undefined);
  await page.waitForURL(/pages\/(sent|home|letter)/, { timeout: 60_000 });
  await page.goto('/pages/letters/index');
  const cards = page.locator('.lx-letter-card', { hasText: title });
  await cards.first().waitFor();
  expect(await cards.count()).toBe(1);
});

test('what was typed is there again after the page was closed', async () => {
  const title = `学校门口没有斑马线 ${Date.now()}`;
  const { page } = await writtenLetter('王示例', title);
  await page.goto('/pages/home/index');
  await page.goto('/pages/write/index');
  await page.getByText(title).first().waitFor();
});
