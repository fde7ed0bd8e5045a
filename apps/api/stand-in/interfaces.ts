import { randomBytes } from 'node:crypto';
import { judgeText } from './judgement.js';
import type { People } from './people.js';
import type { PictureChecks } from './picture-checks.js';
import { dataFormat, Refusal } from './refusal.js';
import { checkData, checkPage } from './templates.js';
import type { Tokens } from './tokens.js';

/** A subscribe message that was sent. */
export interface SentMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly page: string | undefined;
  readonly data: Readonly<Record<string, string>>;
}

/** What the interfaces work on. */
export interface World {
  readonly appId: string;
  readonly secret: string;
  readonly templateIds: readonly string[];
  readonly people: People;
  readonly tokens: Tokens;
  readonly pictures: PictureChecks;
  readonly sent: SentMessage[];
}

type Values = Readonly<Record<string, unknown>>;

/** One interface of WeChat's server API. */
export interface Interface {
  readonly method: 'GET' | 'POST';
  readonly needsToken: boolean;
  /** Fields that it takes; others are refused, so that a misspelt one is found. */
  readonly fields: readonly string[];
  /** Calls in one minute. */
  readonly perMinute: number;
  answer(world: World, input: Values): object | Promise<object>;
}

const LONGEST_CONTENT = 2500;

function checkCredentials({ appId, secret }: World, input: Values): void {
  if (!input.appid) throw new Refusal(41002, 'appid missing');
  if (!input.secret) throw new Refusal(41004, 'appsecret missing');
  if (input.appid !== appId) throw new Refusal(40013, 'invalid appid');
  if (input.secret !== secret) throw new Refusal(40125, 'invalid appsecret');
}

function checkVersionAndScene({ version, scene }: Values): void {
  if (version !== 2) throw new Refusal(40097, 'invalid args: version');
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) throw new Refusal(40129, 'invalid scene');
}

function checkText(name: string, value: unknown, required: boolean): string {
  if (value === undefined && !required) return '';
  if (value === undefined || value === '') throw new Refusal(44002, `empty post data: ${name}`);
  if (typeof value !== 'string') throw dataFormat(name);
  if (value.length > LONGEST_CONTENT) throw new Refusal(45002, 'content size out of limit');
  return value;
}

/** `/sns/jscode2session` */
const code2Session: Interface = {
  method: 'GET',
  needsToken: false,
  fields: ['appid', 'secret', 'js_code', 'grant_type'],
  perMinute: 12_000,
  answer(world, input) {
    checkCredentials(world, input);
    if (input.grant_type !== 'authorization_code') throw new Refusal(40002, 'invalid grant_type');
    if (typeof input.js_code !== 'string' || !input.js_code) throw new Refusal(41008, 'missing code');
    return { openid: world.people.redeem(input.js_code), session_key: randomBytes(16).toString('base64') };
  },
};

/** `/cgi-bin/stable_token` */
const stableToken: Interface = {
  method: 'POST',
  needsToken: false,
  fields: ['grant_type', 'appid', 'secret', 'force_refresh'],
  perMinute: 10_000,
  answer(world, input) {
    if (input.grant_type !== 'client_credential') throw new Refusal(40002, 'invalid grant_type');
    checkCredentials(world, input);
    const force = input.force_refresh ?? false;
    if (typeof force !== 'boolean') throw dataFormat('force_refresh');
    return world.tokens.give(force);
  },
};

/** `/wxa/msg_sec_check`, version 2 */
const msgSecCheck: Interface = {
  method: 'POST',
  needsToken: true,
  fields: ['version', 'openid', 'scene', 'content', 'title', 'nickname', 'signature'],
  perMinute: 4000,
  answer(world, input) {
    checkVersionAndScene(input);
    const content = checkText('content', input.content, true);
    const title = checkText('title', input.title, false);
    world.people.requireRecent(input.openid);
    const judgement = judgeText(`${title}\n${content}`);
    return {
      errcode: 0,
      errmsg: 'ok',
      trace_id: randomBytes(12).toString('hex'),
      result: judgement,
      detail: [{ strategy: 'content_model', errcode: 0, prob: 90, ...judgement }],
    };
  },
};

/** `/wxa/media_check_async`, version 2 */
const mediaCheckAsync: Interface = {
  method: 'POST',
  needsToken: true,
  fields: ['version', 'openid', 'scene', 'media_url', 'media_type'],
  perMinute: 2000,
  async answer(world, input) {
    checkVersionAndScene(input);
    if (input.media_type !== 1 && input.media_type !== 2) throw new Refusal(40004, 'invalid media type');
    const url = input.media_url;
    if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url)) throw new Refusal(40066, 'invalid url');
    world.people.requireRecent(input.openid);
    return { errcode: 0, errmsg: 'ok', trace_id: await world.pictures.start(url) };
  },
};

/** `/cgi-bin/message/subscribe/send` */
const subscribeSend: Interface = {
  method: 'POST',
  needsToken: true,
  fields: ['touser', 'template_id', 'page', 'data', 'miniprogram_state', 'lang'],
  perMinute: 60_000,
  answer(world, input) {
    const openid = world.people.requireKnown(input.touser);
    const templateId = input.template_id;
    if (typeof templateId !== 'string' || !world.templateIds.includes(templateId)) {
      throw new Refusal(40037, 'invalid template_id');
    }
    const page = checkPage(input.page);
    const data = checkData(input.data);
    world.people.useConsent(openid, templateId);
    world.sent.push({ openid, templateId, page, data });
    return { errcode: 0, errmsg: 'ok' };
  },
};

/** The interfaces that the stand-in has, by path. */
export const INTERFACES: Readonly<Record<string, Interface>> = {
  '/sns/jscode2session': code2Session,
  '/cgi-bin/stable_token': stableToken,
  '/wxa/msg_sec_check': msgSecCheck,
  '/wxa/media_check_async': mediaCheckAsync,
  '/cgi-bin/message/subscribe/send': subscribeSend,
};
