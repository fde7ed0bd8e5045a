import { randomBytes } from 'node:crypto';
import { type Judgement, judgePicture } from './judgement.js';
import { makePush, type PushKeys, sendPush } from './pushes.js';

/** When the result of a picture is pushed: after the answer, before it, when the test says so, or not at all. */
export type ResultTiming = 'later' | 'early' | 'held' | 'never';

const MOST_BYTES = 10 * 1024 * 1024;
const NOT_FETCHED = -1008;

/** Fetches pictures, judges them and pushes the results to the mini-program's callback address. */
export class PictureChecks {
  timing: ResultTiming = 'later';
  private held: Array<() => Promise<void>> = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly keys: PushKeys,
    private readonly callbackUrl: () => string,
    private readonly now: () => number,
  ) {}

  /** Starts the check of a picture and gives its trace id. */
  async start(url: string): Promise<string> {
    const traceId = `${randomBytes(4).toString('hex')}-${randomBytes(8).toString('hex')}`;
    const check = () => this.check(url, traceId);
    if (this.timing === 'early') await check();
    if (this.timing === 'held') this.held.push(check);
    if (this.timing === 'later') this.run(check);
    return traceId;
  }

  /** Pushes the results held back. */
  async release(): Promise<void> {
    for (const check of this.held.splice(0)) this.run(check);
    await this.idle();
  }

  /** Waits until all checks under way have pushed their results. True when there were any. */
  async idle(): Promise<boolean> {
    const busy = this.underWay.size > 0;
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    return busy;
  }

  /** Pushes the result of a check. */
  async push(traceId: string, judgement: Judgement | null): Promise<boolean> {
    const event = {
      ToUserName: 'gh_stand_in',
      FromUserName: 'oStandInForWeChatPlatform0000',
      CreateTime: Math.floor(this.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: this.keys.appId,
      trace_id: traceId,
      version: 2,
      errcode: judgement ? 0 : NOT_FETCHED,
      errmsg: judgement ? 'ok' : 'download failed',
      ...(judgement && {
        result: judgement,
        detail: [{ strategy: 'content_model', errcode: 0, prob: 90, ...judgement }],
      }),
    };
    return sendPush(this.callbackUrl(), makePush(event, this.keys, this.now()));
  }

  private run(check: () => Promise<void>): void {
    const task = check().finally(() => this.underWay.delete(task));
    this.underWay.add(task);
  }

  private async check(url: string, traceId: string): Promise<void> {
    await this.push(traceId, await this.judge(url).catch(() => null));
  }

  private async judge(url: string): Promise<Judgement | null> {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    const bytes = Buffer.from(await response.arrayBuffer());
    return response.ok && bytes.length <= MOST_BYTES ? judgePicture(bytes) : null;
  }
}
