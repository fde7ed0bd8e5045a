import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Device, launchBrowser, openDevice, picture, sidewaysOverflow } from './browser.js';
import { fillLetter, sendLetter } from './letters.js';
import { signInAs, useLargeText } from './people.js';

let browser: Browser;
let constituent: Device;
let member: Device;
const words = {
  title: '村口路灯坏了一个月',
  // The number makes it no copy of an earlier run's letter.
  text: `清溪镇东河村村口的三盏路灯坏了一个月，晚上老人出门看不清路，请帮忙问问什么时候能修。灯杆编号 ${Date.now() % 100_000}。`,
};

beforeAll(async () => {
  browser = await launchBrowser();
  constituent = await openDevice(browser, inject('baseURL'), 'phone');
  member = await openDevice(browser, inject('baseURL'), 'phone');
});
afterAll(() => browser.close());

test('find a member by initials, write with two photos in large text, be answered, follow up, rate', async () => {
  const { page } = constituent;
  await signInAs(page, '陈示例');
  await useLargeText(page);
  await page.goto('/pages/find/index');
  await page.getByLabel('搜索委员').fill('lsf');
  const card = page.locator('.lx-member-card', { hasText: '林示范' }).first();
  await card.waitFor();
  await picture(page, 'find-large-text');
  await card.click();
  await page.getByText('给林示范委员写信').click();
  await page.getByText('第 1 步').waitFor();
  await fillLetter(page, words, ['green', 'orange']);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  await picture(page, 'write-check-large-text');
  const reference = await sendLetter(page);
  await picture(page, 'sent-large-text');

  await signInAs(member.page, '林示范');
  await member.page.goto('/member/inbox/index?box=new');
  const received = member.page.locator('.lx-card', { hasText: words.title }).first();
  await expect
    .poll(
      async () => {
        await member.page.reload();
        await member.page.waitForLoadState('networkidle');
        return received.count();
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBe(1);
  await received.click();
  await member.page.getByText(reference).first().waitFor();
  expect(await member.page.locator('.lx-photo-grid__image').count()).toBe(2);
  await picture(member.page, 'member-letter');
  await answer(member, '已请镇里安排，本周五前修好三盏路灯。');

  await seesInLetter('本周五前修好三盏路灯');
  await picture(page, 'letter-answered-large-text');
  await page.getByRole('button', { name: '追问' }).click();
  await page.getByRole('textbox').fill('谢谢！西头那盏也坏了，能一起修吗？');
  await page.getByRole('button', { name: '送出追问' }).click();

  await expect
    .poll(
      async () => {
        await member.page.reload();
        await member.page.waitForLoadState('networkidle');
        return member.page.getByText('西头那盏也坏了').count();
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBeGreaterThan(0);
  await answer(member, '西头那盏一起修，已经登记。');
  await seesInLetter('西头那盏一起修');
  await page.getByRole('button', { name: '评价并办结' }).click();
  await page.getByRole('radio', { name: '5 星，非常满意' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('办得很快，谢谢委员');
  await page.getByRole('button', { name: '办结', exact: true }).click();
  await seesInLetter('办得很快，谢谢委员');
  await picture(page, 'letter-closed-large-text');
  expect([...constituent.errors, ...member.errors]).toEqual([]);
});

/** Answers the letter that is open on the member's device. */
async function answer({ page }: Device, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /回复/ }).fill(text);
  await page.getByRole('button', { name: '发送回复' }).click();
  await page.getByText(text).first().waitFor();
}

/** The constituent opens the own letter from the list, until it says so. */
async function seesInLetter(text: string): Promise<void> {
  const { page } = constituent;
  await expect
    .poll(
      async () => {
        await page.goto('/pages/letters/index');
        await page.locator('.lx-letter-card', { hasText: words.title }).first().click();
        await page.getByText('往来内容').waitFor();
        return page.getByText(text).count();
      },
      { timeout: 40_000, interval: 1000 },
    )
    .toBeGreaterThan(0);
}
