import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from './refusal.js';

const CODE_LIFE_MILLISECONDS = 5 * 60_000;
const RECENT_MILLISECONDS = 2 * 3_600_000;
/** A code that the demonstration makes up by itself: `demo-<person>-<nonce>`. */
const DEMONSTRATION_CODE = /^demo-([a-z0-9]{1,20})-([A-Za-z0-9]{8,64})$/;
/** People of the demonstration: always known, always in the mini-program just now. */
const DEMONSTRATION_OPENID = /^oDEMO[\w-]{23}$/;
const OPENID = /^o[\w-]{27}$/;

interface LoginCode {
  readonly openid: string;
  readonly expiresAt: number;
  used: boolean;
}

/** The openid of a demonstration person, always the same for the same name. */
export function demonstrationOpenid(person: string): string {
  return `oDEMO${createHash('sha256').update(person).digest('base64url').slice(0, 23)}`;
}

/** The people who use the mini-program, as far as WeChat knows them. */
export class People {
  private readonly codes = new Map<string, LoginCode>();
  private readonly lastSeen = new Map<string, number>();
  private readonly consents = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** What `wx.login` gives a person: a code for one use within five minutes. */
  loginCode(openid = `o${randomBytes(20).toString('base64url')}`): string {
    if (!OPENID.test(openid)) throw new Error('an openid is an o and 27 characters');
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, { openid, expiresAt: this.now() + CODE_LIFE_MILLISECONDS, used: false });
    return code;
  }

  /** The person of a code, who has now been seen. @throws {Refusal} 40029 unknown or expired, 40163 used before. */
  redeem(code: string): string {
    const demonstration = DEMONSTRATION_CODE.exec(code);
    if (demonstration?.[1] && !this.codes.has(code)) {
      const openid = demonstrationOpenid(demonstration[1]);
      this.codes.set(code, { openid, expiresAt: this.now() + CODE_LIFE_MILLISECONDS, used: false });
    }
    const known = this.codes.get(code);
    if (!known) throw new Refusal(40029, 'invalid code');
    if (known.used) throw new Refusal(40163, 'code been used');
    if (known.expiresAt < this.now()) throw new Refusal(40029, 'invalid code');
    known.used = true;
    this.visit(known.openid);
    return known.openid;
  }

  /** A person opens the mini-program. */
  visit(openid: string): void {
    this.lastSeen.set(openid, this.now());
  }

  /** @throws {Refusal} 40003 for who is not a user of this mini-program. */
  requireKnown(openid: unknown): string {
    if (typeof openid !== 'string' || !(this.lastSeen.has(openid) || DEMONSTRATION_OPENID.test(openid))) {
      throw new Refusal(40003, 'invalid openid');
    }
    return openid;
  }

  /** @throws {Refusal} 61010 for who has not been there within two hours. */
  requireRecent(openid: unknown): string {
    const known = this.requireKnown(openid);
    if (DEMONSTRATION_OPENID.test(known)) return known;
    if ((this.lastSeen.get(known) ?? 0) + RECENT_MILLISECONDS < this.now()) throw new Refusal(61010, 'code is expired');
    return known;
  }

  /** A person agrees to `count` more messages of a template. */
  consent(openid: string, templateId: string, count = 1): void {
    const key = `${openid} ${templateId}`;
    this.consents.set(key, (this.consents.get(key) ?? 0) + count);
  }

  /** Takes one consent. @throws {Refusal} 43101 when there is none. */
  useConsent(openid: string, templateId: string): void {
    const key = `${openid} ${templateId}`;
    const left = this.consents.get(key) ?? 0;
    if (left === 0) throw new Refusal(43101, 'user refuse to accept the msg');
    this.consents.set(key, left - 1);
  }
}
