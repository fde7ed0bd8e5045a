import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Device, launchBrowser, openDevice, picture, sidewaysOverflow } from './browser.js';
import { callerFor } from './calls.js';
import { writeLetter } from './loop.js';
import { signInAs } from './people.js';

let browser: Browser;
let author: Device;
let cosigner: Device;
const number = Date.now() % 1_000_000;
const first = {
  title: `幼儿园门口堵车 ${number}`,
  text: `幼儿园门口每天早上堵半小时。接孩子的电动车和货车挤在一起，很危险。谢谢委员。门牌 ${number}。`,
};
const second = {
  title: `上学路没有人行道 ${number}`,
  text: `从桥头到幼儿园没有人行道，孩子只能走在车道边上。希望划出一条步道。路段 ${number}。`,
};
let letterId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  author = await openDevice(browser, inject('baseURL'), 'phone');
  cosigner = await openDevice(browser, inject('baseURL'), 'narrow');
  letterId = await writeLetter(inject('baseURL'), '陈示例', '林示范', first);
  await writeLetter(inject('baseURL'), '王示例', '林示范', second);
});
afterAll(() => browser.close());

/** Goes to a step of the editor. */
async function step(name: string): Promise<void> {
  await author.page.getByRole('tab', { name, exact: true }).click();
}

async function saved(): Promise<void> {
  await author.page.getByText('已保存', { exact: true }).waitFor();
}

test('a member draws a proposal from two letters, loses no word, and another signs it on another phone', async () => {
  const { page } = author;
  await signInAs(page, '林示范');
  await page.goto(`/member/letter/index?id=${letterId}`);
  await page.getByText('写成意见建议').click();
  await page.getByText('从这封来信写起').waitFor();
  await page.getByRole('radio', { name: /^提案/ }).click();
  await page.getByRole('button', { name: '开始写' }).click();

  const title = page.getByRole('textbox', { name: '标题' });
  await title.fill(`关于疏导幼儿园门口交通的提案 ${number}`);
  await page.getByRole('textbox', { name: '案由' }).fill('幼儿园门口早晚拥堵，孩子上学不安全。');
  await saved();
  // What was typed and not saved yet, because the network was gone, is there again after the page was closed.
  await author.context.setOffline(true);
  await page.getByRole('textbox', { name: '理由' }).fill('电动车和货车混行，没有人行道。');
  await page.getByText('网络没有连上，已存在本机').waitFor();
  await picture(page, 'member-opinion-offline').catch(() => undefined);
  await writeElsewhere({ title: `关于幼儿园门口的提案 ${number}`, grounds: '另一台设备写的理由。' });
  await author.context.setOffline(false);
  await page.reload();
  await title.waitFor();
  // What only the other device has changed is taken over; where both have, the person is asked and nothing is gone.
  expect(await title.inputValue()).toBe(`关于幼儿园门口的提案 ${number}`);
  await page.getByText('“理由”在另一台设备上也改过').waitFor();
  await page.getByText('另一台设备写的理由。').waitFor();
  await picture(page, 'member-opinion-conflict');
  await page.getByRole('button', { name: '理由用这里写的' }).click();
  await saved();
  expect(await page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('电动车和货车混行，没有人行道。');
  await page.getByRole('textbox', { name: '办法' }).fill('一、划出临时停车位；二、补上人行道。');
  await saved();
  await picture(page, 'member-opinion-words');

  await step('来源');
  await page.getByRole('button', { name: '从我的来信里选' }).click();
  await page.getByRole('checkbox', { name: new RegExp(second.title) }).click();
  await page.getByRole('button', { name: '选好了' }).click();
  await page.getByRole('button', { name: `选“${first.title}”里要引用的话` }).click();
  await page.getByRole('checkbox', { name: /电动车和货车挤在一起/ }).click();
  await picture(page, 'member-opinion-quote');
  await page.getByRole('button', { name: '就引用这些' }).click();
  await page.getByText('接孩子的电动车和货车挤在一起，很危险。', { exact: true }).waitFor();
  await page.getByLabel('请谁联名').fill('张示范');
  await page.getByRole('button', { name: '请张示范委员联名' }).click();
  await page.getByText('待确认').waitFor();
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  await picture(page, 'member-opinion-sources');

  await step('交给谁');
  await page.getByRole('button', { name: /^主题/ }).click();
  await page.getByRole('radio', { name: '交通出行' }).click();
  await page.getByRole('radio', { name: /^政协办公室/ }).click();
  await saved();
  await step('检查提交');
  await page.getByText('还有 1 位委员没有答复是否联名').waitFor();
  await picture(page, 'member-opinion-check');

  await cosign();

  await page.reload();
  await title.waitFor();
  await step('检查提交');
  await page.getByText('内容齐了').waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/member\/opinion\//);
  await page.getByText('已提交', { exact: true }).first().waitFor();
  await picture(page, 'member-opinion');
  expect([...author.errors, ...cosigner.errors]).toEqual([]);
});

/** The same member writes on another device, which is quicker. */
async function writeElsewhere({ title, grounds }: { title: string; grounds: string }): Promise<void> {
  const id = new URL(author.page.url()).searchParams.get('id');
  const other = await callerFor(inject('baseURL'), '林示范');
  const { version } = await other.get<{ version: number }>(`/opinions/${id}`);
  const sections = [{ key: 'grounds', text: grounds }];
  await other.patch(`/opinions/${id}`, { version, title, sections });
}

/** The member asked to sign reads the whole text on the own phone and agrees. */
async function cosign(): Promise<void> {
  const { page } = cosigner;
  await signInAs(page, '张示范');
  await page.goto('/member/opinions/index?role=cosigner');
  await page.locator('.lx-card', { hasText: `门口的提案 ${number}` }).click();
  await page.getByText('一、划出临时停车位').waitFor();
  // Whose letters they were is not for other members.
  expect(await page.getByText(first.title).count()).toBe(0);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  await picture(page, 'member-cosign');
  await page.getByRole('button', { name: '同意联名' }).click();
  await page.getByText('您已联名').waitFor();
}
