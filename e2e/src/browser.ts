import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Sizes that screens must hold: a common phone, the narrowest phone, a tablet and a desk. CSS pixels. */
export const VIEWPORTS = {
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
  tablet: { width: 820, height: 1180 },
  desk: { width: 1280, height: 860 },
} as const;
export type ViewportName = keyof typeof VIEWPORTS;

/** `UPDATE_SCREENS=true` renews the pictures of the documentation; other runs leave them as they are. */
const SCREENS = fileURLToPath(
  new URL(process.env.UPDATE_SCREENS === 'true' ? '../../docs/screens/' : '../../.cache/screens/', import.meta.url),
);

/** Chromium as Debian installs it; `CHROMIUM_PATH` names another. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A device of one person: storage of its own, in Chinese, in China's time zone. Page errors fail the test that watches them. */
export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors thrown by the pages' own scripts so far. */
  readonly errors: string[];
}

/** Opens a device of the given size at the product's address. */
export async function openDevice(browser: Browser, baseURL: string, size: ViewportName = 'phone'): Promise<Device> {
  const context = await browser.newContext({
    baseURL,
    viewport: VIEWPORTS[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: size !== 'desk',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { context, page, errors };
}

/** Takes a picture of the screen; those of a main screen are in `docs/screens`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  // A page that comes in is shown when it has arrived.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await page.screenshot({ path: `${SCREENS}${name}.png` });
}

/** How far the page is wider than the screen, in CSS pixels: anything above 0 makes it scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
