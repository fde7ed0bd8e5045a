import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Device, launchBrowser, openDevice } from './browser.js';
import { signInAs } from './people.js';

let browser: Browser;
let device: Device;
beforeAll(async () => {
  browser = await launchBrowser();
  device = await openDevice(browser, inject('baseURL'), 'phone');
});
afterAll(() => browser.close());

/** Puts the keyboard into the next text area at the very moment it is drawn, as a quick thumb on a slow phone does. */
function takeNextTextArea(): void {
  const watch = new MutationObserver(() => {
    const area = document.querySelector('textarea');
    if (!area) return;
    watch.disconnect();
    area.focus();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

test('words typed into a form that has only just been drawn are not lost', async () => {
  const { page } = device;
  await signInAs(page, '陈示例');
  await page.goto('/pages/letters/index');
  await page.locator('.lx-letter-card', { hasText: '已回复' }).first().click();
  const ask = page.getByRole('button', { name: '追问' });
  await ask.waitFor();
  // A slow phone: what is drawn and what settles are then some frames apart.
  const slow = await device.context.newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.evaluate(takeNextTextArea);
  await ask.click();
  const field = page.getByRole('textbox', { name: /追问/ });
  await field.waitFor();
  await page.evaluate(() => new Promise((settled) => setTimeout(settled, 500)));
  await page.keyboard.insertText('西头那盏也坏了');
  expect(await field.inputValue()).toBe('西头那盏也坏了');
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });

  await page.getByText('往来内容').click();
  await page.keyboard.insertText('不要写进来');
  expect(await field.inputValue()).toBe('西头那盏也坏了');
  expect(device.errors).toEqual([]);
});
