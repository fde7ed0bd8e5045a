import type { Template } from './templates';

/** A node of the page's data, as Taro hands it to WeChat. */
interface Node {
  readonly nn: string;
  readonly sid?: string;
  readonly v?: string;
  readonly cn?: readonly Node[];
  readonly [key: string]: unknown;
}

/** What the build registers with `Page()`: lifecycle functions and the event handler `eh`. */
export type PageConfig = Record<string, unknown> & { data?: Record<string, unknown> };

/** An element as WeChat draws it. */
export interface Element {
  readonly tag: string;
  readonly attribute: (name: string) => unknown;
  /** All words inside it. */
  readonly text: string;
  readonly events: ReadonlySet<string>;
  readonly sid: string;
  readonly parent: Element | undefined;
}

/** Roles of elements that a person can act on. */
const CONTROLS = new Set(['button', 'link', 'radio', 'checkbox', 'switch', 'tab']);

function textOf(node: Node): string {
  return (node.v ?? '') + (node.cn ?? []).map(textOf).join('');
}

/** One opened page: takes the page's data as WeChat does, draws it by the templates, and passes on what a person does. */
export class Screen {
  /** Parts of the page object that Taro reads. */
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  readonly instance: PageConfig;
  private data: Record<string, unknown>;

  constructor(
    config: PageConfig,
    route: string,
    options: Readonly<Record<string, string>>,
    private readonly templates: ReadonlyMap<string, Template>,
  ) {
    this.route = route;
    this.options = options;
    this.data = structuredClone(config.data ?? {});
    this.instance = {
      ...config,
      route,
      options,
      data: this.data,
      setData: (change: Record<string, unknown>, done?: () => void) => {
        for (const [path, value] of Object.entries(change)) this.set(path, value);
        done?.();
      },
    };
  }

  /** Calls a lifecycle function of the page, if it has it. */
  call(name: string, ...parameters: unknown[]): void {
    const lifecycle = this.instance[name];
    if (typeof lifecycle === 'function') lifecycle.apply(this.instance, parameters);
  }

  /** All words on the page. */
  get text(): string {
    return this.roots().map(textOf).join('');
  }

  /** All elements, in the order of the page. */
  elements(): Element[] {
    return this.roots().flatMap((node) => this.draw(node, undefined));
  }

  /** The name of a control as a screen reader says it. */
  static nameOf(element: Element): string {
    const label = element.attribute('aria-label');
    return typeof label === 'string' && label !== '' ? label : element.text;
  }

  /** Elements that a person can tap. */
  controls(): Element[] {
    return this.elements().filter((element) => CONTROLS.has(String(element.attribute('aria-role'))));
  }

  /** The control whose name begins with these words. @throws {Error} when it is not there, which names those that are. */
  control(name: string): Element {
    const controls = this.controls();
    const found = controls.find((control) => Screen.nameOf(control).startsWith(name));
    if (!found) throw new Error(`no control “${name}” on ${this.route}: ${controls.map(Screen.nameOf).join(' | ')}`);
    return found;
  }

  /** Taps a control, by its name. */
  tap(name: string): void {
    this.dispatch(this.control(name), 'tap', {});
  }

  /** The field with this name. @throws {Error} when it is not there, which names those that are. */
  field(name: string): Element {
    const fields = this.elements().filter(({ tag }) => tag === 'input' || tag === 'textarea');
    const found = fields.find((field) => Screen.nameOf(field) === name);
    if (!found) throw new Error(`no field “${name}” on ${this.route}: ${fields.map(Screen.nameOf).join(' | ')}`);
    return found;
  }

  /** Types into a field, by its name. */
  type(name: string, value: string): void {
    this.dispatch(this.field(name), 'input', { value, cursor: value.length });
  }

  /** An event rises through the elements; each that has it bound in its template is told. */
  private dispatch(target: Element, type: string, detail: unknown): void {
    for (let at: Element | undefined = target; at; at = at.parent) {
      if (!at.events.has(type)) continue;
      const event = {
        type,
        detail,
        timeStamp: Date.now(),
        target: { id: target.sid, dataset: { sid: target.sid } },
        currentTarget: { id: at.sid, dataset: { sid: at.sid } },
      };
      this.call('eh', event);
    }
  }

  private roots(): readonly Node[] {
    return (this.data.root as { cn?: readonly Node[] } | undefined)?.cn ?? [];
  }

  private draw(node: Node, parent: Element | undefined): Element[] {
    const template = this.templates.get(node.nn);
    if (!template) return [];
    const element: Element = {
      tag: template.tag,
      attribute: (name) => {
        const key = template.attributes.get(name);
        return key === undefined ? undefined : node[key];
      },
      text: textOf(node),
      events: template.events,
      sid: node.sid ?? '',
      parent,
    };
    return [element, ...(node.cn ?? []).flatMap((child) => this.draw(child, element))];
  }

  /** `root.cn.[0].cn.[2].v` names a place in the data, as in WeChat. */
  private set(path: string, value: unknown): void {
    const keys = path
      .replaceAll(/\[(\d+)\]/g, '.$1')
      .split('.')
      .filter(Boolean);
    const last = keys.pop();
    if (last === undefined) return;
    let place = this.data;
    for (const key of keys) {
      place[key] ??= {};
      place = place[key] as Record<string, unknown>;
    }
    place[last] = value;
  }
}
