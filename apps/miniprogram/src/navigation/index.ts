import Taro from '@tarojs/taro';

/** The tabs of the main bar, in their order. */
export const TABS = [
  { key: 'home', url: '/pages/home/index', label: '首页' },
  { key: 'find', url: '/pages/find/index', label: '找委员' },
  { key: 'letters', url: '/pages/letters/index', label: '我的来信' },
  { key: 'notices', url: '/pages/notices/index', label: '消息' },
  { key: 'me', url: '/pages/me/index', label: '我的' },
] as const;
export type TabKey = (typeof TABS)[number]['key'];

const HOME = TABS[0].url;
const SIGN_IN = '/pages/sign-in/index';

function isTab(url: string): boolean {
  const path = url.split('?')[0];
  return TABS.some((tab) => tab.url === path);
}

function ignoreFailure(navigation: Promise<unknown>): void {
  // A second tap while the first still opens fails; the first one wins.
  navigation.catch(() => undefined);
}

/** Address of a page with its parameters; those that are undefined are left out. */
export function pageUrl(path: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const query = Object.entries(parameters)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return query ? `${path}?${query}` : path;
}

/** Opens a page on top of the present one, or changes to it when it is a tab. */
export function openPage(url: string): void {
  ignoreFailure(isTab(url) ? Taro.switchTab({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page in place of the present one. */
export function replacePage(url: string): void {
  ignoreFailure(isTab(url) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }));
}

/** Back to where the person came from, or home when this page was opened directly. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) ignoreFailure(Taro.navigateBack());
  else ignoreFailure(Taro.switchTab({ url: HOME }));
}

/** Address of the page now shown, with its parameters. */
export function currentUrl(): string {
  const router = Taro.getCurrentInstance().router;
  if (!router) return HOME;
  const parameters: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(router.params)) {
    // Taro keeps its own bookkeeping among the parameters.
    if (!name.startsWith('$') && name !== 'stamp') parameters[name] = value;
  }
  return pageUrl(`/${(router.path.split('?')[0] ?? '').replace(/^\//, '')}`, parameters);
}

/** Leads to sign in; afterwards the person is back where they were. */
export function openSignIn(): void {
  const from = currentUrl();
  if (from.startsWith(SIGN_IN)) return;
  ignoreFailure(Taro.navigateTo({ url: pageUrl(SIGN_IN, { from }) }));
}

/** After signing in: back to the page that asked for it. Only addresses inside the app are followed. */
export function returnFromSignIn(from: string | undefined): void {
  if (Taro.getCurrentPages().length > 1) {
    goBack();
    return;
  }
  const url = from?.startsWith('/') && !from.startsWith('//') && !from.startsWith(SIGN_IN) ? from : HOME;
  replacePage(url);
}
