import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Settings } from '../platform/settings/settings.js';
import { AccessToken } from './access-token.entity.js';
import { WechatError } from './wechat-error.js';
import { WechatHttp } from './wechat-http.js';

/** WeChat gives a new token from five minutes before the old one's end, and both work during those minutes. */
const RENEW_BEFORE_MILLISECONDS = 5 * 60_000;

const stableTokenSchema = z.object({
  access_token: z.string().min(1).max(1024),
  /** Seconds. */
  expires_in: z.number().int().positive(),
});

/**
 * The stable access token (`/cgi-bin/stable_token`), kept in the database so that all copies of the API use the same one. Copies that
 * ask WeChat at the same moment get the same token, so no lock is needed.
 */
@Injectable()
export class AccessTokens {
  private asking: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly http: WechatHttp,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** A token that works. @throws {WechatError} when WeChat gives none. */
  async current(): Promise<string> {
    const stored = await this.stored();
    if (stored && stored.expiresAt.getTime() - RENEW_BEFORE_MILLISECONDS > this.clock.now().getTime()) {
      return stored.token;
    }
    return this.ask(false);
  }

  /**
   * A token other than `rejected`, which WeChat has just refused: the one that another copy has fetched meanwhile, or a new one.
   * WeChat allows a forced renewal 20 times a day, 30 s apart.
   */
  async replacing(rejected: string): Promise<string> {
    const stored = await this.stored();
    if (stored && stored.token !== rejected) return stored.token;
    return this.ask(true);
  }

  private stored(): Promise<AccessToken | null> {
    return this.database.read.findOneBy(AccessToken, { appId: this.settings.WECHAT_APP_ID });
  }

  /** Requests of this copy that need a token at the same moment share one question. */
  private ask(force: boolean): Promise<string> {
    this.asking ??= this.fetch(force).finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async fetch(force: boolean): Promise<string> {
    const answer = await this.http.send<unknown>({
      path: '/cgi-bin/stable_token',
      body: {
        grant_type: 'client_credential',
        appid: this.settings.WECHAT_APP_ID,
        secret: this.settings.WECHAT_APP_SECRET,
        force_refresh: force,
      },
    });
    const given = stableTokenSchema.safeParse(answer);
    if (!given.success) throw new WechatError('network');
    const { access_token: token, expires_in: seconds } = given.data;
    const expiresAt = new Date(this.clock.now().getTime() + seconds * 1000);
    await this.database.write((manager) =>
      manager.upsert(AccessToken, { appId: this.settings.WECHAT_APP_ID, token, expiresAt }, ['appId']),
    );
    return token;
  }
}
