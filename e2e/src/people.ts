import type { Page } from 'playwright-core';

/** Signs in on the sign-in page as one of the demonstration's people, whose row begins with this name. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/pages/sign-in/index');
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
}

/** Chooses large text in the settings (design §9). */
export async function useLargeText(page: Page): Promise<void> {
  await page.goto('/pages/home/index');
  await page.getByRole('switch', { name: '大字版' }).click();
}
