import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How WeChat draws one kind of node: the tag, where each attribute's value lies in the page's data, and the events it tells of. */
export interface Template {
  readonly tag: string;
  /** Attribute name → key in the node's data. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly events: ReadonlySet<string>;
}

const TEMPLATE = /<template name="tmpl_0_(\d+)(?:_focus|_blur)?">\s*<(\w[\w-]*)\s([^>]*)>/g;
const BOUND = /([\w-]+)="\{\{(?:xs\.b\()?i\.(\w+)/g;
const EVENT = /\b(?:bind|catch):?(\w+)="eh"/g;

/**
 * Reads from the build's templates what WeChat would draw. A prop without a template attribute, or an event without a binding, does
 * not exist in WeChat, whatever the screens' code says.
 */
export function readTemplates(build: string): ReadonlyMap<string, Template> {
  const wxml = readFileSync(join(build, 'base.wxml'), 'utf8');
  const templates = new Map<string, Template>();
  for (const [, kind = '', tag = '', markup = ''] of wxml.matchAll(TEMPLATE)) {
    if (tag === 'template' || templates.has(kind)) continue;
    templates.set(kind, {
      tag,
      attributes: new Map([...markup.matchAll(BOUND)].map(([, name = '', key = '']) => [name, key])),
      events: new Set([...markup.matchAll(EVENT)].map(([, name = '']) => name)),
    });
  }
  return templates;
}
