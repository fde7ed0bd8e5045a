import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** WeChat's signature of what it pushes: SHA-1 of the parts, sorted and joined; the callback token is one of them. */
export function callbackSignature(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

/** Compares a given signature in constant time. */
export function isCallbackSignature(given: string | undefined, ...parts: string[]): boolean {
  const expected = Buffer.from(callbackSignature(...parts));
  const actual = Buffer.from(given ?? '');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const LARGEST_PADDING = 32;

/**
 * Opens a push of the safe mode: AES-256-CBC of 16 random bytes, the length of the message, the message and the AppID, padded to
 * 32 bytes (PKCS#7).
 * @returns the message, or null when it was not made with this key for this mini-program.
 */
export function decryptPush(encrypted: string, encodingAesKey: string, appId: string): string | null {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
    const padding = padded.at(-1) ?? 0;
    if (padding < 1 || padding > LARGEST_PADDING) return null;
    const content = padded.subarray(RANDOM_BYTES, padded.length - padding);
    const length = content.readUInt32BE(0);
    const message = content.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
    if (message.length !== length) return null;
    return content.subarray(LENGTH_BYTES + length).toString() === appId ? message.toString() : null;
  } catch {
    return null;
  }
}
