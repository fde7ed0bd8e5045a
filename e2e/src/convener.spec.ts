import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Device, launchBrowser, openDevice, picture, sidewaysOverflow } from './browser.js';
import { type Caller, callerFor } from './calls.js';
import { signInAs } from './people.js';

/** The demonstration's convener of the sector 经济界, and a member of another sector who signs with her or him. */
const CONVENER = '张示范';
const COSIGNER = '林示范';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

let browser: Browser;
let convener: Device;
let office: Device;
const number = Date.now() % 1_000_000;
const titles = [`园区夜班公交太少 ${number}`, `园区到镇上没有末班车 ${number}`] as const;
const voiceTitle = `让夜班工人有车回家 ${number}`;

/** Hands an opinion in to the own sector's group. */
async function handIn(author: Caller, kind: 'information' | 'proposal', title: string, cosigner?: Caller) {
  const { id, version } = await author.post<Versioned>('/opinions', { kind });
  const keys = kind === 'proposal' ? ['cause', 'grounds', 'measures'] : ['situation', 'analysis', 'suggestion'];
  let now = await author.patch<Versioned>(`/opinions/${id}`, {
    version,
    title,
    theme: 'transport',
    desk: 'sector_group',
    sections: keys.map((key) => ({ key, text: `${title}，夜里十点以后工人只能走路回家。` })),
  });
  if (cosigner) {
    const { memberId } = await cosigner.get<{ memberId: string }>('/me');
    now = await author.put<Versioned>(`/opinions/${id}/cosigners`, { version: now.version, memberIds: [memberId] });
    await cosigner.post(`/opinions/${id}/cosign`, { version: now.version, decision: 'confirmed' });
    now = await author.get<Versioned>(`/opinions/${id}`);
  }
  await author.post(`/opinions/${id}/submit`, { version: now.version });
}

beforeAll(async () => {
  browser = await launchBrowser();
  const [author, cosigner] = await Promise.all([
    callerFor(inject('baseURL'), CONVENER),
    callerFor(inject('baseURL'), COSIGNER),
  ]);
  await handIn(author, 'information', titles[0]);
  await handIn(author, 'proposal', titles[1], cosigner);
  convener = await openDevice(browser, inject('baseURL'), 'desk');
  office = await openDevice(browser, inject('baseURL'), 'desk');
  await signInAs(convener.page, CONVENER);
  await signInAs(office.page, '吴办公');
});
afterAll(() => browser.close());

/** Presses a button of the page and the one that confirms it in the dialog. */
async function press(device: Device, button: string, confirm: string): Promise<void> {
  await device.page.getByRole('button', { name: button, exact: true }).click();
  await device.page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
}

/** The dialog leads the keyboard to the button that confirms; Enter presses it, and the dialog goes. */
async function confirmByKeyboard({ page }: Device, confirm: string): Promise<void> {
  const patience = { timeout: 20_000 };
  await expect.poll(() => page.locator('[role="dialog"] :focus').textContent(), patience).toBe(confirm);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('dialog').count(), patience).toBe(0);
}

/** The contributor's answer, which is given on the own phone. */
async function answer(what: 'agree' | 'object', body: object = {}): Promise<void> {
  const cosigner = await callerFor(inject('baseURL'), COSIGNER);
  const id = new URL(convener.page.url()).searchParams.get('id');
  const { version } = await cosigner.get<Versioned>(`/sector-voices/${id}`);
  await cosigner.post(`/sector-voices/${id}/${what}`, { ...body, version });
  await convener.page.reload();
}

test('the convener takes two opinions in by keyboard, makes one voice of them, hears an objection and sends it', async () => {
  const { page } = convener;
  await page.goto('/office/sector/index');
  await page.getByRole('searchbox', { name: '搜索界别意见' }).fill(String(number));
  await expect.poll(() => page.locator('.sector__card').count(), { timeout: 20_000 }).toBe(titles.length);
  // Out of the field, where letters are letters.
  await page.getByRole('heading', { name: '界别意见' }).click();
  for (const _ of titles) {
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await confirmByKeyboard(convener, '采集');
  }
  for (const title of titles) await page.getByRole('checkbox', { name: new RegExp(title) }).click();
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  await picture(page, 'desk-convener-sector');
  await press(convener, '合成集体声音', '合成');

  await page.waitForURL(/office\/voice/);
  await page.getByRole('textbox', { name: '标题' }).fill(voiceTitle);
  await page.getByRole('textbox', { name: '情况' }).fill('园区夜班工人下班后没有公交车。');
  await page.getByRole('textbox', { name: '分析' }).fill('末班车是晚上九点，夜班十点才下。');
  await page.getByRole('textbox', { name: '建议' }).fill('开一趟二十二点半的班车。');
  await page.getByText('已保存', { exact: true }).waitFor();
  for (const title of titles) await page.getByText(title).first().waitFor();
  await picture(page, 'desk-convener-voice');
  await press(convener, '发给署名委员征求意见', '发出');
  await page.getByText('征求意见', { exact: true }).first().waitFor();

  await answer('object', { words: '班车应该到东河村，不只到镇上。' });
  await page.getByText('班车应该到东河村').waitFor();
  expect(await page.getByRole('button', { name: '提交给办公室' }).count()).toBe(0);
  await picture(page, 'desk-convener-objection');
  await press(convener, '收回修改', '收回');
  await page.getByRole('textbox', { name: '建议' }).fill('开一趟二十二点半的班车，经过东河村。');
  await page.getByText('已保存', { exact: true }).waitFor();
  await press(convener, '发给署名委员征求意见', '发出');
  await page.getByText('征求意见', { exact: true }).first().waitFor();
  await answer('agree');
  await press(convener, '提交给办公室', '提交');
  await page.getByText('已提交', { exact: true }).first().waitFor();
  expect(convener.errors).toEqual([]);
});

test('the office finds the voice in its queue, gives it to somebody, and accepts it by keyboard', async () => {
  const { page } = office;
  await page.goto('/office/intake/index?box=open');
  await page.getByRole('searchbox', { name: '搜索意见' }).fill(voiceTitle);
  const rows = page.locator('tbody .ant-table-row');
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(1);
  expect(await rows.textContent()).toContain(COSIGNER);
  await page.getByRole('heading', { name: '意见受理' }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await page.getByText('由您负责').waitFor();
  await picture(page, 'desk-office-intake');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '打开的意见' }).getByText('经过东河村').first().waitFor();
  await picture(page, 'desk-office-intake-beside');
  await page.keyboard.press('a');
  await confirmByKeyboard(office, '采集');
  await page.getByText('已经采集并编号。').waitFor();
  expect(office.errors).toEqual([]);
});
