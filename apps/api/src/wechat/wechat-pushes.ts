import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Outbox } from '../platform/outbox/outbox.js';
import { Problem } from '../platform/problems/problem.js';
import { Settings } from '../platform/settings/settings.js';
import { decryptPush, isCallbackSignature } from './callback-signature.js';
import { MEDIA_CHECKED, type MediaChecked } from './media-checked.js';
import { checkResultSchema } from './wechat-client.js';

const word = z.string().max(512);
const querySchema = z.object({
  timestamp: word,
  nonce: word,
  signature: word.optional(),
  msg_signature: word.optional(),
  echostr: word.optional(),
});
type PushQuery = z.output<typeof querySchema>;

const encryptedSchema = z.object({ Encrypt: z.string().min(1) });
const mediaCheckSchema = z.object({
  Event: z.literal('wxa_media_check'),
  appid: z.string(),
  trace_id: z.string().min(1).max(128),
  errcode: z.number().optional(),
  result: checkResultSchema.optional(),
});

function signatureInvalid(): Problem {
  return new Problem({ status: 403, code: 'signature_invalid', detail: '签名不对，已拒绝。' });
}

function unreadable(): Problem {
  return new Problem({ status: 400, code: 'push_unreadable', detail: '推送的内容无法读取。' });
}

/** What WeChat pushes to the callback address, in JSON, in the plain or the safe (encrypted) mode. */
@Injectable()
export class WechatPushes {
  constructor(
    private readonly settings: Settings,
    private readonly outbox: Outbox,
  ) {}

  /** Answers WeChat's question whether this address is ours. @throws {Problem} 403 for a bad signature. */
  verify(query: Record<string, unknown>): string {
    const { echostr, ...rest } = this.signed(query);
    if (!this.isPlainSignature(rest)) throw signatureInvalid();
    return echostr ?? '';
  }

  /**
   * Takes in one push. The result of a picture's check goes to the outbox, so that it is not lost once WeChat has its answer; other
   * events are of no interest. WeChat repeats a push, so the same may come twice.
   * @throws {Problem} 403 for a bad signature, 400 for what cannot be read.
   */
  async receive(query: Record<string, unknown>, body: unknown): Promise<void> {
    const event = mediaCheckSchema.safeParse(this.open(this.signed(query), body));
    if (!event.success || event.data.appid !== this.settings.WECHAT_APP_ID) return;
    const { trace_id: traceId, errcode = 0, result } = event.data;
    const checked: MediaChecked = { traceId, result: errcode === 0 && result ? result : null };
    await this.outbox.emit(MEDIA_CHECKED, checked);
  }

  private signed(query: Record<string, unknown>): PushQuery {
    const parsed = querySchema.safeParse(query);
    if (!parsed.success) throw signatureInvalid();
    return parsed.data;
  }

  private isPlainSignature({ signature, timestamp, nonce }: PushQuery): boolean {
    return isCallbackSignature(signature, this.settings.WECHAT_CALLBACK_TOKEN, timestamp, nonce);
  }

  /** The message of a push. With an EncodingAESKey set only encrypted pushes are taken: a plain one proves nothing of its content. */
  private open(query: PushQuery, body: unknown): unknown {
    const key = this.settings.WECHAT_ENCODING_AES_KEY;
    if (!key) {
      if (!this.isPlainSignature(query)) throw signatureInvalid();
      return body;
    }
    const envelope = encryptedSchema.safeParse(body);
    if (!envelope.success) throw signatureInvalid();
    const { Encrypt: encrypted } = envelope.data;
    const { WECHAT_CALLBACK_TOKEN: token, WECHAT_APP_ID: appId } = this.settings;
    if (!isCallbackSignature(query.msg_signature, token, query.timestamp, query.nonce, encrypted)) {
      throw signatureInvalid();
    }
    const message = decryptPush(encrypted, key, appId);
    if (message === null) throw signatureInvalid();
    try {
      return JSON.parse(message) as unknown;
    } catch {
      throw unreadable();
    }
  }
}
