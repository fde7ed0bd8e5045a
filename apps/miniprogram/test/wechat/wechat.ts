import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { type PageConfig, Screen } from './screen';
import { readTemplates, type Template } from './templates';

type Callback = (result: Record<string, unknown>) => void;
/** What a `wx` function takes: its own parameters and the three callbacks. */
type Options = Record<string, unknown> & { success?: Callback; fail?: Callback; complete?: Callback };

/** A request that the mini-program sent. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

function succeed(options: Options, name: string, result: Record<string, unknown> = {}): void {
  const answer = { errMsg: `${name}:ok`, ...result };
  options.success?.(answer);
  options.complete?.(answer);
}

function fail(options: Options, name: string, reason: string): void {
  const answer = { errMsg: `${name}:fail ${reason}` };
  options.fail?.(answer);
  options.complete?.(answer);
}

/**
 * A stand-in for WeChat's runtime that runs a build: its modules in a context that has no more than WeChat gives (no window, no
 * fetch, no URL, no code from strings), its pages on a stack, its requests sent to a real API.
 */
export class Wechat {
  /** What the mini-program asked the API, oldest first. */
  readonly requests: SentRequest[] = [];
  readonly storage = new Map<string, unknown>();
  /** Templates of subscribe messages that the person was asked for. */
  readonly askedConsents: string[] = [];
  title = '';
  private online = true;
  private readonly stack: Screen[] = [];
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly pages = new Map<string, PageConfig>();
  private readonly networkListeners: Callback[] = [];
  private readonly templates: ReadonlyMap<string, Template>;
  private readonly context: object;
  private app: PageConfig = {};
  private registered: PageConfig = {};

  /**
   * @param build folder of the WeChat build
   * @param api address of the API that answers, whatever address the build was made for
   * @param person name of the person who uses the telephone, for the stand-in of WeChat's server
   */
  constructor(
    private readonly build: string,
    private readonly api: string,
    private readonly person: string,
  ) {
    this.templates = readTemplates(build);
    const sandbox = {
      wx: this.functions(),
      App: (config: PageConfig) => {
        this.app = config;
      },
      Page: (config: PageConfig) => {
        this.registered = config;
      },
      Component: (config: PageConfig) => {
        this.registered = config;
      },
      Behavior: (behavior: unknown) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.stack.map(({ instance }) => instance),
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
    };
    this.context = createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  }

  /** Starts the mini-program on a page, as a person opens it. */
  launch(route: string, options: Record<string, string> = {}): Screen {
    this.require('app.js');
    const scene = { path: route, query: options, scene: 1001 };
    for (const name of ['onLaunch', 'onShow']) {
      const lifecycle = this.app[name];
      if (typeof lifecycle === 'function') lifecycle.call(this.app, scene);
    }
    return this.open(route, options);
  }

  /** The page in front. */
  get screen(): Screen {
    const screen = this.stack.at(-1);
    if (!screen) throw new Error('no page is open');
    return screen;
  }

  /** Takes the network away or gives it back. */
  setOnline(online: boolean): void {
    this.online = online;
    for (const listener of this.networkListeners)
      listener({ isConnected: online, networkType: online ? 'wifi' : 'none' });
  }

  private open(route: string, options: Record<string, string>): Screen {
    let config = this.pages.get(route);
    if (!config) {
      this.require(`${route}.js`);
      config = this.registered;
      this.pages.set(route, config);
    }
    const screen = new Screen(config, route, options, this.templates);
    this.stack.push(screen);
    screen.call('onLoad', options);
    screen.call('onShow');
    screen.call('onReady');
    return screen;
  }

  private closeFrom(depth: number): void {
    for (const screen of this.stack.splice(depth).reverse()) screen.call('onUnload');
  }

  /** Loads a file of the build once, with what it requires. */
  private require(path: string): unknown {
    const file = resolve(this.build, path.endsWith('.js') ? path : `${path}.js`);
    const loaded = this.modules.get(file);
    if (loaded) return loaded.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const body = runInContext(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, this.context, {
      filename: file,
    }) as (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
    body((wanted) => this.require(resolve(dirname(file), wanted)), module, module.exports);
    return module.exports;
  }

  private navigate(name: string, options: Options, before: () => void): void {
    const [path = '', query = ''] = String(options.url).split('?');
    const parameters = Object.fromEntries(
      query
        .split('&')
        .filter(Boolean)
        .map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]),
    );
    setTimeout(() => {
      before();
      this.open(path.replace(/^\//, ''), parameters);
      succeed(options, name);
    });
  }

  private request(options: Options): { abort: () => void } {
    const stop = new AbortController();
    const address = new URL(String(options.url));
    const path = address.pathname + address.search;
    const method = String(options.method ?? 'GET');
    const headers = options.header as Record<string, string>;
    this.requests.push({ method, path, headers });
    const send = async (): Promise<void> => {
      try {
        if (!this.online) throw new Error('no network');
        const body = options.data === undefined ? undefined : String(options.data);
        const reply = await fetch(this.api + path, { method, headers, body, signal: stop.signal });
        const text = await reply.text();
        const isJson = (reply.headers.get('content-type') ?? '').includes('json');
        const data: unknown = isJson && text ? JSON.parse(text) : text;
        succeed(options, 'request', { statusCode: reply.status, data, header: Object.fromEntries(reply.headers) });
      } catch (error) {
        fail(options, 'request', error instanceof Error ? error.message : 'unknown');
      }
    };
    void send();
    return { abort: () => stop.abort() };
  }

  /** The functions of `wx` that the mini-program calls. */
  private functions(): Record<string, unknown> {
    const window = { windowWidth: 390, windowHeight: 800, pixelRatio: 2, statusBarHeight: 44 };
    const device = { platform: 'ios', system: 'iOS 17', model: 'iPhone' };
    const base = { SDKVersion: '3.5.0', language: 'zh_CN', fontSizeScaleFactor: 1 };
    const done = (name: string) => (options: Options) => succeed(options, name);
    return {
      canIUse: () => true,
      getSystemInfoSync: () => ({ ...window, ...device, ...base }),
      getWindowInfo: () => window,
      getDeviceInfo: () => device,
      getAppBaseInfo: () => base,
      getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop' } }),
      getStorageSync: (key: string) => this.storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => this.storage.set(key, value),
      removeStorageSync: (key: string) => this.storage.delete(key),
      onNetworkStatusChange: (listener: Callback) => this.networkListeners.push(listener),
      getNetworkType: (options: Options) => succeed(options, 'getNetworkType', { networkType: 'wifi' }),
      setNavigationBarTitle: (options: Options) => {
        this.title = String(options.title);
        succeed(options, 'setNavigationBarTitle');
      },
      login: (options: Options) =>
        succeed(options, 'login', { code: `demo-${this.person}-${randomBytes(8).toString('hex')}` }),
      request: (options: Options) => this.request(options),
      requestSubscribeMessage: (options: Options) => {
        const ids = options.tmplIds as string[];
        this.askedConsents.push(...ids);
        succeed(options, 'requestSubscribeMessage', Object.fromEntries(ids.map((id) => [id, 'accept'])));
      },
      navigateTo: (options: Options) => this.navigate('navigateTo', options, () => this.screen.call('onHide')),
      redirectTo: (options: Options) =>
        this.navigate('redirectTo', options, () => this.closeFrom(this.stack.length - 1)),
      switchTab: (options: Options) => this.navigate('switchTab', options, () => this.closeFrom(0)),
      reLaunch: (options: Options) => this.navigate('reLaunch', options, () => this.closeFrom(0)),
      navigateBack: (options: Options) => {
        setTimeout(() => {
          this.closeFrom(Math.max(1, this.stack.length - Number(options.delta ?? 1)));
          this.screen.call('onShow');
          succeed(options, 'navigateBack');
        });
      },
      pageScrollTo: done('pageScrollTo'),
      stopPullDownRefresh: done('stopPullDownRefresh'),
      hideKeyboard: done('hideKeyboard'),
      showToast: done('showToast'),
      nextTick: (work: () => void) => setTimeout(work),
    };
  }
}
