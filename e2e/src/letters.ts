import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { photoFile } from './photos.js';

/** What a person writes in a test. */
export interface Words {
  readonly title: string;
  readonly text: string;
}

/** Shows the step that follows. */
async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click();
}

/** Adds photos by the form's own button; each is up when its thumbnail can be removed. */
export async function addPhotos(page: Page, ...colours: string[]): Promise<void> {
  for (const [index, colour] of colours.entries()) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^添加照片/ }).click();
    await (await chooser).setFiles(await photoFile(`photo-${index}.jpg`, colour));
    await page.getByRole('button', { name: `移除第 ${index + 1} 张照片` }).waitFor();
  }
}

/** Goes through the form's questions to the last check; the page is the writing page of a chosen member. */
export async function fillLetter(page: Page, { title, text }: Words, photos: readonly string[] = []): Promise<void> {
  await page.getByRole('radio', { name: /建议/ }).click();
  await next(page);
  await page.getByRole('textbox', { name: /标题/ }).fill(title);
  await page.getByRole('textbox', { name: /内容/ }).fill(text);
  await addPhotos(page, ...photos);
  await next(page);
  await page.getByRole('radio', { name: /显示全名/ }).click();
  await next(page);
  await page.getByText('关于您').waitFor();
}

/** Sends the letter and waits for the page that gives its number. @returns the number: `来信 2026-000401`. */
export async function sendLetter(page: Page): Promise<string> {
  await page.getByRole('button', { name: '寄出' }).click();
  await page.waitForURL(/pages\/sent/);
  const number = page.locator('.sent__number');
  await number.waitFor();
  const said = (await number.textContent()) ?? '';
  expect(said).toMatch(/^来信 \d{4}-\d{6}$/);
  return said;
}
