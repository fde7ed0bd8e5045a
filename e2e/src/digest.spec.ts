import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Device, launchBrowser, openDevice, picture, sidewaysOverflow } from './browser.js';
import { callerFor } from './calls.js';
import { signInAs, useLargeText } from './people.js';

const ITEMS = 40;
/** Sets this run's opinions apart from all others. */
const run = `第${Date.now() % 1_000_000}批`;
const meetingName = `${run}主席会议`;
const themes = ['transport', 'health', 'education', 'environment'] as const;

let browser: Browser;
let office: Device;
let leader: Device;
let digestId: string;

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Opinions handed in at the office and accepted there. */
async function acceptedOpinions(count: number): Promise<void> {
  const [author, desk] = await Promise.all([
    callerFor(inject('baseURL'), '林示范'),
    callerFor(inject('baseURL'), '吴办公'),
  ]);
  for (let made = 1; made <= count; made++) {
    const { id, version } = await author.post<Versioned>('/opinions', { kind: 'information' });
    const written = await author.patch<Versioned>(`/opinions/${id}`, {
      version,
      title: `${run}第 ${made} 件：关于改善出行的建议`,
      theme: themes[made % themes.length],
      desk: 'office',
      sections: ['situation', 'analysis', 'suggestion'].map((key) => ({
        key,
        text: `${run}${made}的${key}。`.repeat(12),
      })),
    });
    const submitted = await author.post<Versioned>(`/opinions/${id}/submit`, { version: written.version });
    await desk.post(`/opinions/${id}/accept`, { version: submitted.version });
  }
}

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openDevice(browser, inject('baseURL'), 'desk');
  leader = await openDevice(browser, inject('baseURL'), 'phone');
  await acceptedOpinions(ITEMS);
  await signInAs(office.page, '吴办公');
  await signInAs(leader.page, '孙主席');
});
afterAll(() => browser.close());

/** Opens the digest at the desk, on one of its parts. */
async function openAtDesk(part: 'choose' | 'arrange' | 'decide' | 'feedback'): Promise<Page> {
  const { page } = office;
  await page.goto(`/office/digest/index?id=${digestId}&tab=${part}`);
  await page.getByRole('heading', { name: meetingName }).first().waitFor();
  return page;
}

/** Downloads by a button. @returns the first bytes of the file, by which zip archives (docx, xlsx) are known, and its name. */
async function download(page: Page, button: string): Promise<{ start: string; name: string; size: number }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await coming;
  const bytes = readFileSync(await file.path());
  return { start: bytes.subarray(0, 2).toString(), name: file.suggestedFilename(), size: bytes.length };
}

/** The titles of the outline, in their order. */
function outline(page: Page): Promise<string[]> {
  return page.locator('.outline__title').allTextContents();
}

describe.sequential('a digest of 40 items', () => {
  test('is built, put in order and submitted by the office', async () => {
    const { page } = office;
    await page.goto('/office/digests/index');
    await page.getByRole('button', { name: /新建汇总/ }).click();
    const dialog = page.getByRole('dialog', { name: '新建汇总' });
    await dialog.getByRole('textbox', { name: '会议名称' }).fill(meetingName);
    await dialog.getByLabel('会议日期').fill(new Date().toISOString().slice(0, 10));
    await dialog.getByRole('button', { name: '新建', exact: true }).click();
    await page.waitForURL(/office\/digest\/index\?id=/);
    digestId = new URL(page.url()).searchParams.get('id') ?? '';

    await page.getByPlaceholder('搜索标题、编号').fill(run);
    await page.getByText(`共 ${ITEMS} 条`).waitFor();
    await page.getByRole('checkbox', { name: '全选' }).or(page.locator('thead .ant-checkbox-input')).first().check();
    await picture(page, 'desk-digest-choose');
    await page.getByRole('button', { name: `把 ${ITEMS} 件加入汇总` }).click();
    await page.getByText('没有等着汇总的意见建议').waitFor();

    await page.getByRole('tab', { name: '编排' }).click();
    await page.getByRole('button', { name: '按主题分栏目' }).click();
    await page.getByRole('textbox', { name: '栏目名称' }).nth(3).waitFor();
    const before = await outline(page);
    expect(before).toHaveLength(ITEMS);
    await page.getByText('顺序已保存').waitFor();
    await page.getByRole('heading', { name: meetingName }).first().click();
    await page.keyboard.press('Shift+J');
    await page.getByText('正在保存顺序…').waitFor();
    await page.getByText('顺序已保存').waitFor();
    await page.getByLabel('摘要').fill('路口没有红绿灯，建议尽快装上。');
    await page.getByRole('button', { name: '保存摘要' }).click();
    await page.getByText('摘要已保存').waitFor();
    await picture(page, 'desk-digest-arrange');
    await page.reload();
    await page
      .locator('.outline__title')
      .nth(ITEMS - 1)
      .waitFor();
    const after = await outline(page);
    expect(after.slice(0, 2).map((title) => title.slice(0, 20))).toEqual(
      [before[1], before[0]].map((title) => title?.slice(0, 20)),
    );

    await page.getByRole('button', { name: '会议和文件' }).click();
    await page.getByLabel(/^发文机关/).fill('政协连心县委员会办公室');
    await page.getByRole('switch').click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    const document = await download(page, '下载 Word（套红）');
    expect(document).toMatchObject({ start: 'PK', name: expect.stringMatching(/\.docx$/) });
    expect(document.size).toBeGreaterThan(10_000);
    expect(await download(page, '下载表格')).toMatchObject({ start: 'PK', name: expect.stringMatching(/\.xlsx$/) });
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '报送' }).click();
    await page.getByText('已报送', { exact: true }).first().waitFor();
    expect(office.errors).toEqual([]);
  });

  test('is read beforehand by a leader on the phone, in large text, who leaves a remark', async () => {
    const { page } = leader;
    await useLargeText(page);
    await page.goto('/office/leader/index');
    await page.locator('.lx-card', { hasText: meetingName }).first().click();
    await page.getByText('开始阅读').waitFor();
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'leader-digest-large-text');
    await page.getByText('开始阅读').click();
    await page.getByText(`第 1 件，共 ${ITEMS} 件`).waitFor();
    await page.getByText('路口没有红绿灯').waitFor();
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'leader-item-large-text');
    await page.getByRole('textbox', { name: /批注/ }).fill('请先听听交警大队的意见。');
    await page.getByRole('button', { name: '写下批注' }).click();
    await page.getByText('请先听听交警大队的意见。').waitFor();
    await page.getByRole('button', { name: '下一件' }).click();
    await page.getByText(`第 2 件，共 ${ITEMS} 件`).waitFor();
    await page.goto(`/office/leader/digest/index?id=${digestId}`);
    await page.getByText('接着读第 3 件').waitFor();
    await page.getByText('批注 1 条').first().waitFor();
    expect(leader.errors).toEqual([]);
  });

  test('is decided item by item at the keyboard, with the remark beside it', async () => {
    const page = await openAtDesk('decide');
    await page.getByText('请先听听交警大队的意见。').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.type('同意，请交警大队会同住建局办理。');
    await page.getByLabel('转化为').click();
    await page.keyboard.type('转交');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: '承办单位' }).fill('县公安局交警大队');
    await page.getByLabel('办理期限').fill('2030-06-30');
    await picture(page, 'desk-digest-decide');
    await page.keyboard.press('Control+Enter');
    for (let decided = 1; decided < ITEMS; decided++) {
      await page.getByText(`已记录 ${decided} / ${ITEMS} 件`).waitFor();
      await page.keyboard.press(decided % 2 === 0 ? '3' : '4');
      await page.keyboard.type('情况已掌握，有关单位正在办理。');
      await page.keyboard.press('Control+Enter');
    }
    await page.getByText(`已记录 ${ITEMS} / ${ITEMS} 件`).waitFor();
    expect(await page.getByRole('button', { name: /^(全部)?签发/ }).count()).toBe(0);
    expect(office.errors).toEqual([]);
  });

  test('is signed off by another person, fed back with one press, and followed up', async () => {
    const phone = leader.page;
    await phone.goto(`/office/leader/digest/index?id=${digestId}`);
    await phone
      .getByText(/采纳 1 件.*未采纳 20 件/)
      .first()
      .waitFor();
    await phone.getByRole('button', { name: '全部签发' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click();
    await phone.getByText('已有决定', { exact: true }).waitFor();
    await picture(phone, 'leader-digest-decided-large-text');

    const page = await openAtDesk('feedback');
    await page
      .getByRole('textbox', { name: /的反馈文字$/ })
      .first()
      .waitFor();
    await page
      .getByRole('textbox', { name: /的反馈文字$/ })
      .first()
      .fill('您反映的事会议采纳了，交警大队会来办，谢谢您。');
    await page.getByRole('button', { name: '保存文字' }).click();
    await page.getByText('反馈文字已保存').waitFor();
    await picture(page, 'desk-digest-feedback');
    await page.getByRole('button', { name: new RegExp(`^发送反馈（${ITEMS} 件`) }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发送反馈' }).click();
    await page.getByText('都已反馈。').waitFor();

    await page.goto('/office/followups/index');
    await page.getByLabel('搜索办理事项').fill(run);
    await page.getByRole('region', { name: '尚未启动' }).locator('.lx-card', { hasText: run }).click();
    await page.getByRole('textbox', { name: /说明/ }).fill('红绿灯已经立项，下个月动工。');
    await page.getByRole('button', { name: '记录进展' }).click();
    await page.getByRole('region', { name: '正在办理' }).locator('.lx-card', { hasText: run }).waitFor();
    await picture(page, 'desk-followups');
    expect([...office.errors, ...leader.errors]).toEqual([]);
  });
});
