import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Device, launchBrowser, openDevice, picture, sidewaysOverflow, type ViewportName } from './browser.js';
import { signInAs, useLargeText } from './people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const CONSTITUENT = [
  'home',
  'find',
  'letters',
  'notices',
  'me',
  'write',
  'settings',
  'sessions',
  'about',
  'link',
] as const;
const MEMBER = [
  'workbench',
  'inbox',
  'templates',
  'opinions',
  'opinion-begin',
  'voices',
  'feedbacks',
  'relays',
] as const;
const OFFICE = [
  'desk',
  'roster',
  'codes',
  'moderation',
  'channels',
  'overdue',
  'templates',
  'answers',
  'digests',
  'feedback',
  'followups',
  'intake',
  'search',
  'figures',
  'conveners',
] as const;
const CONVENER = ['desk', 'intake', 'sector', 'search'] as const;

/** Opens pages one after the other; none may scroll sideways, throw, or stay with a loading or error state. */
async function look(device: Device, area: string, pages: readonly string[], pictures?: string): Promise<void> {
  for (const name of pages) {
    await device.page.goto(`/${area}/${name}/index`);
    await device.page.waitForLoadState('networkidle');
    await expect.poll(() => device.page.locator('.lx-loading').count(), { timeout: 15_000 }).toBe(0);
    expect(await sidewaysOverflow(device.page), `${area}/${name} scrolls sideways`).toBeLessThanOrEqual(0);
    if (pictures) await picture(device.page, `${pictures}-${name}`);
  }
  expect(device.errors).toEqual([]);
}

describe.each([
  ['phone', 'normal', 'phone'],
  ['narrow', 'large', undefined],
  ['tablet', 'normal', undefined],
  ['desk', 'normal', undefined],
] as const)('on a %s in %s text', (size: ViewportName, text, pictures) => {
  test('a constituent', async () => {
    const device = await openDevice(browser, inject('baseURL'), size);
    await signInAs(device.page, '陈示例');
    if (text === 'large') await useLargeText(device.page);
    await look(device, 'pages', CONSTITUENT, pictures);
  });

  test('a member', async () => {
    const device = await openDevice(browser, inject('baseURL'), size);
    await signInAs(device.page, '林示范');
    if (text === 'large') await useLargeText(device.page);
    await look(device, 'member', MEMBER, pictures && `${pictures}-member`);
  });

  test('the office', async () => {
    const device = await openDevice(browser, inject('baseURL'), size);
    await signInAs(device.page, '吴办公');
    await look(device, 'office', OFFICE, size === 'desk' ? 'desk-office' : undefined);
  });

  test('a convener', async () => {
    const device = await openDevice(browser, inject('baseURL'), size);
    await signInAs(device.page, '张示范');
    if (text === 'large') await useLargeText(device.page);
    await look(device, 'office', CONVENER, pictures && `${pictures}-convener`);
  });
});

test('a member reads list and letter side by side on a wide screen', async () => {
  const { page } = await openDevice(browser, inject('baseURL'), 'desk');
  await signInAs(page, '林示范');
  await page.goto('/member/inbox/index?box=all');
  await page.locator('.lx-two-pane__list button.lx-card').nth(1).click();
  await page.locator('.lx-two-pane__detail .lx-letter-facts').waitFor();
  await picture(page, 'desk-member-inbox');
});

test('large text is large: at least 18 px to read, 60 px to tap, lines 1.3 apart', async () => {
  const { page } = await openDevice(browser, inject('baseURL'), 'phone');
  await signInAs(page, '陈示例');
  await useLargeText(page);
  await page.goto('/pages/letters/index');
  await page.locator('.lx-letter-card').first().click();
  const prose = page.locator('.lx-prose').first();
  await prose.waitFor();
  const style = await prose.evaluate((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    return { size: Number.parseFloat(fontSize), line: Number.parseFloat(lineHeight) };
  });
  expect(style.size).toBeGreaterThanOrEqual(18);
  expect(style.line / style.size).toBeGreaterThanOrEqual(1.3);
  const small = await page.locator('.lx-button:visible').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      return width < 60 || height < 60 ? [`${button.textContent} ${width}×${height}`] : [];
    }),
  );
  expect(small).toEqual([]);
  await picture(page, 'letter-large-text');
});
