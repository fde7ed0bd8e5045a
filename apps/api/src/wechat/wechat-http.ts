import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/settings/settings.js';
import { WechatError } from './wechat-error.js';

const TIMEOUT_MILLISECONDS = 5000;

/** A request to WeChat's server API. */
export interface WechatRequest {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; without one the request is a GET. */
  readonly body?: object;
}

/** Speaks HTTP with the server that `WECHAT_API_BASE` names. Addresses are never logged: they carry secrets. */
@Injectable()
export class WechatHttp {
  constructor(private readonly settings: Settings) {}

  /**
   * Sends a request and gives the parsed answer.
   * @throws {WechatError} for an errcode other than 0, no answer within 5 s, a 5xx, or what is not JSON.
   */
  async send<Answer>({ path, query, body }: WechatRequest): Promise<Answer> {
    const url = new URL(path, this.settings.WECHAT_API_BASE);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const answer = await this.exchange(url, body);
    if (typeof answer !== 'object' || answer === null) throw new WechatError('network');
    const { errcode } = answer as { errcode?: unknown };
    if (typeof errcode === 'number' && errcode !== 0) throw new WechatError(errcode);
    return answer as Answer;
  }

  private async exchange(url: URL, body: object | undefined): Promise<unknown> {
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
        redirect: 'error',
        ...(body && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      return response.ok ? await response.json() : undefined;
    } catch {
      throw new WechatError('network');
    }
  }
}
