import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** What the pushes of a mini-program are signed and encrypted with. */
export interface PushKeys {
  readonly appId: string;
  readonly callbackToken: string;
  readonly encodingAesKey?: string | undefined;
}

/** A push ready to post: what goes into the query and the JSON body. */
export interface Push {
  readonly query: Record<string, string>;
  readonly body: object;
}

const BLOCK = 32;

function sign(...parts: string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex');
}

function encrypt(message: string, { appId }: PushKeys, encodingAesKey: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const content = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)]);
  const padding = BLOCK - (content.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([content, Buffer.alloc(padding, padding)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

/** Signs an event and, when the mini-program has an EncodingAESKey, encrypts it (the safe mode). */
export function makePush(event: object, keys: PushKeys, now: number): Push {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomBytes(5).toString('hex');
  const query = { timestamp, nonce, signature: sign(keys.callbackToken, timestamp, nonce) };
  if (!keys.encodingAesKey) return { query, body: event };
  const encrypted = encrypt(JSON.stringify(event), keys, keys.encodingAesKey);
  return {
    query: {
      ...query,
      encrypt_type: 'aes',
      msg_signature: sign(keys.callbackToken, timestamp, nonce, encrypted),
    },
    body: { ToUserName: 'gh_stand_in', Encrypt: encrypted },
  };
}

/** A push is repeated up to twice when it is not taken. */
const TRIES = 3;

/** Posts a push as WeChat does. True when the answer was "success". */
export async function sendPush(callbackUrl: string, { query, body }: Push): Promise<boolean> {
  const url = new URL(callbackUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const taken = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    }).then(
      async (response) => response.ok && (await response.text()) === 'success',
      () => false,
    );
    if (taken) return true;
  }
  return false;
}
