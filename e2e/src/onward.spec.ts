import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Device, launchBrowser, openDevice, picture, sidewaysOverflow } from './browser.js';
import { decide, reflect, writeLetter } from './loop.js';
import { signInAs, useLargeText } from './people.js';

let browser: Browser;
let constituent: Device;
let member: Device;
const number = Date.now() % 1_000_000;
const told = {
  title: `菜市场门口没有红绿灯 ${number}`,
  text: `菜市场门口车多人多，没有红绿灯，老人过马路很害怕。请帮忙装一个，或者画一条斑马线。路口编号 ${number}。`,
};
let letterId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  constituent = await openDevice(browser, inject('baseURL'), 'narrow');
  member = await openDevice(browser, inject('baseURL'), 'phone');
  letterId = await writeLetter(inject('baseURL'), '王示例', '林示范', told);
});
afterAll(() => browser.close());

/** Opens the own letter anew and waits until it says so. */
async function sees(words: string | RegExp): Promise<void> {
  const { page } = constituent;
  await expect
    .poll(
      async () => {
        await page.goto(`/pages/letter/index?id=${letterId}`);
        await page.getByText('往来内容').waitFor();
        await page.waitForLoadState('networkidle');
        return page.getByText(words).count();
      },
      { timeout: 40_000, interval: 1000 },
    )
    .toBeGreaterThan(0);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
}

test('a constituent follows the words from the letter to the decision and back, in large text on a small phone', async () => {
  const { page } = constituent;
  await signInAs(page, '王示例');
  await useLargeText(page);

  const opinionId = await reflect(inject('baseURL'), '林示范', letterId, `关于菜市场路口安装红绿灯的建议 ${number}`);
  await sees(/写成社情民意信息，交给了县政协/);
  await page.getByText('现在', { exact: true }).first().waitFor();
  await page.getByText('接下来', { exact: true }).first().waitFor();
  await picture(page, 'letter-onward-accepted-large-text');

  await decide(inject('baseURL'), opinionId, 'adopted', '路口确实危险，列入重点视察。');
  // Until the member tells, the writer reads that there is a result, and not which.
  await sees(/研究过了/);
  expect(await page.getByText('路口确实危险').count()).toBe(0);
  await relay();

  await sees('我们会去路口看，谢谢您提出来');
  await page.getByText('您觉得自己的话被听进去了吗？').waitFor();
  await picture(page, 'letter-onward-told-large-text');
  await page.getByRole('radio', { name: '5 星，完全听进去了' }).click();
  await page.getByRole('textbox', { name: /想说的话/ }).fill('有人听，心里踏实');
  await page.getByRole('button', { name: '告诉政协' }).click();
  await page.getByText('您说的：自己的话被听进去了吗？').waitFor();
  await sees('有人听，心里踏实');
  await page.getByText('办理过程').scrollIntoViewIfNeeded();
  await picture(page, 'letter-onward-whole-large-text');
  expect([...constituent.errors, ...member.errors]).toEqual([]);
});

/** The member is told, changes the ready words and sends them, on the own phone. */
async function relay(): Promise<void> {
  const { page } = member;
  await signInAs(page, '林示范');
  await page.goto('/pages/notices/index');
  await page.getByText('您反映的意见有了结果').first().click();
  await page.getByText('政协办公室的话').waitFor();
  await picture(page, 'member-feedback');
  await page.goto('/member/relays/index');
  await page.locator('.lx-card', { hasText: told.title }).click();
  const words = page.getByRole('textbox', { name: /告诉王.*的话/ });
  await words.waitFor();
  await picture(page, 'member-relay');
  expect(await words.inputValue()).not.toBe('');
  await words.fill(`${await words.inputValue()}\n我们会去路口看，谢谢您提出来！`);
  await page.getByRole('button', { name: /^发给/ }).click();
  await page.getByText('已经发出').waitFor();
}
