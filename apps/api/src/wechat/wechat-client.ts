import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Problem } from '../platform/problems/problem.js';
import { Settings } from '../platform/settings/settings.js';
import { AccessTokens } from './access-tokens.js';
import { WechatError } from './wechat-error.js';
import { WechatHttp } from './wechat-http.js';

/** Where a text or picture is to be published, in WeChat's numbering. */
export const CHECK_SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const;
export type CheckScene = (typeof CHECK_SCENES)[keyof typeof CHECK_SCENES];

/** Form of WeChat's judgement, in answers and in pushes. */
export const checkResultSchema = z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.number().int() });

/** WeChat's judgement of a text or picture. `label` is one of its numbers for what is wrong, 100 for nothing. */
export type CheckResult = Readonly<z.output<typeof checkResultSchema>>;

/** A text to check: at most 2,500 characters. `openid` is its author, who must have used the mini-program within two hours. */
export interface TextToCheck {
  readonly openid: string;
  readonly scene: CheckScene;
  readonly content: string;
  readonly title?: string;
}

/** A picture to check: an address that WeChat can fetch, at most 10 MB. */
export interface PictureToCheck {
  readonly openid: string;
  readonly scene: CheckScene;
  readonly url: string;
}

/** A subscribe message. `data` holds the template's fields by key, such as `thing2`. */
export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Page of the mini-program that a tap opens, with its query. */
  readonly page: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Codes of `wx.login` that WeChat does not take: invalid or expired, used before. */
const CODE_REFUSED = new Set<unknown>([40029, 40163, 41008]);
const USER_BLOCKED = 40226;
const PICTURE = 2;

const sessionSchema = z.object({ openid: z.string().min(1), unionid: z.string().optional() });
const textCheckedSchema = z.object({ result: checkResultSchema });
const pictureTakenSchema = z.object({ trace_id: z.string().min(1) });

/** Reads an answer. One of another form than WeChat documents counts as none. @throws {WechatError} `network`. */
function read<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new WechatError('network');
  return parsed.data;
}

/** WeChat's server API, as far as the product uses it. */
@Injectable()
export class WechatClient {
  constructor(
    private readonly http: WechatHttp,
    private readonly tokens: AccessTokens,
    private readonly settings: Settings,
  ) {}

  /**
   * Exchanges the code of `wx.login` for the person's openid. A person waits for this one, so its errors are sentences for people.
   * @throws {Problem} 422 `wechat_code_invalid` for an unknown, expired or used code, 403 `wechat_user_blocked` for a person whom
   * WeChat holds to be a high risk, 503 `wechat_unavailable` when WeChat does not answer.
   */
  async code2Session(code: string): Promise<{ openid: string; unionid?: string }> {
    try {
      const answer = await this.http.send<unknown>({
        path: '/sns/jscode2session',
        query: {
          appid: this.settings.WECHAT_APP_ID,
          secret: this.settings.WECHAT_APP_SECRET,
          js_code: code,
          grant_type: 'authorization_code',
        },
      });
      return read(sessionSchema, answer);
    } catch (error) {
      throw error instanceof WechatError ? signInProblem(error) : error;
    }
  }

  /** Checks a text (msgSecCheck, version 2). @throws {WechatError} 61010 when the author has not been there for two hours. */
  async msgSecCheck({ openid, scene, content, title }: TextToCheck): Promise<CheckResult> {
    const answer = await this.withToken('/wxa/msg_sec_check', {
      version: 2,
      openid,
      scene,
      content,
      ...(title && { title }),
    });
    return read(textCheckedSchema, answer).result;
  }

  /** Asks for a picture to be checked (mediaCheckAsync, version 2). The result comes to the callback under the trace id given back. */
  async mediaCheckAsync({ openid, scene, url }: PictureToCheck): Promise<string> {
    const answer = await this.withToken('/wxa/media_check_async', {
      version: 2,
      openid,
      scene,
      media_url: url,
      media_type: PICTURE,
    });
    return read(pictureTakenSchema, answer).trace_id;
  }

  /** Sends a subscribe message. @throws {WechatError} 43101 when the person has not agreed to one more. */
  async sendSubscribeMessage({ openid, templateId, page, data }: SubscribeMessage): Promise<void> {
    await this.withToken('/cgi-bin/message/subscribe/send', {
      touser: openid,
      template_id: templateId,
      page,
      lang: 'zh_CN',
      data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
    });
  }

  /** Posts with the access token; when WeChat refuses the token, once more with another. */
  private async withToken(path: string, body: object): Promise<unknown> {
    const token = await this.tokens.current();
    try {
      return await this.http.send<unknown>({ path, query: { access_token: token }, body });
    } catch (error) {
      if (!(error instanceof WechatError) || !error.isAboutToken) throw error;
      const another = await this.tokens.replacing(token);
      return this.http.send<unknown>({ path, query: { access_token: another }, body });
    }
  }
}

function signInProblem(error: WechatError): Problem {
  if (CODE_REFUSED.has(error.code)) {
    return new Problem({
      status: 422,
      code: 'wechat_code_invalid',
      detail: '微信登录凭证已失效，请返回重新登录。',
    });
  }
  if (error.code === USER_BLOCKED) {
    return new Problem({
      status: 403,
      code: 'wechat_user_blocked',
      detail: '微信判断此账号存在风险，暂时不能登录。请在微信中核实账号安全后再试。',
    });
  }
  return new Problem({
    status: 503,
    code: 'wechat_unavailable',
    detail: '微信登录暂时无法使用，请过几分钟再试。',
  });
}
