import { randomBytes } from 'node:crypto';
import { Refusal } from './refusal.js';

const LIFE_SECONDS = 7200;
const RENEW_BEFORE_SECONDS = 300;
const FORCED_APART_MILLISECONDS = 30_000;
const FORCED_PER_DAY = 20;

interface Token {
  readonly value: string;
  readonly expiresAt: number;
  revoked: boolean;
}

/** Stable access tokens. */
export class Tokens {
  private readonly all = new Map<string, Token>();
  private current: Token | undefined;
  private readonly forcedAt: number[] = [];
  /** How often a token was asked for. */
  asked = 0;

  constructor(private readonly now: () => number) {}

  /** Gives the present token or, by force or in its last five minutes, a new one. By force the old one ends at once. */
  give(force: boolean): { access_token: string; expires_in: number } {
    this.asked += 1;
    if (force && this.mayForce()) {
      if (this.current) this.current.revoked = true;
      this.current = undefined;
    }
    if (!this.current || this.current.revoked || this.secondsLeft(this.current) <= RENEW_BEFORE_SECONDS) {
      this.current = {
        value: randomBytes(102).toString('base64url'),
        expiresAt: this.now() + LIFE_SECONDS * 1000,
        revoked: false,
      };
      this.all.set(this.current.value, this.current);
    }
    return { access_token: this.current.value, expires_in: this.secondsLeft(this.current) };
  }

  /** Ends every token, as a change of the AppSecret does. */
  revokeAll(): void {
    for (const token of this.all.values()) token.revoked = true;
  }

  /** @throws {Refusal} 41001 missing, 40001 unknown or ended, 42001 expired. */
  check(value: string | undefined): void {
    if (!value) throw new Refusal(41001, 'access_token missing');
    const token = this.all.get(value);
    if (!token || token.revoked) throw new Refusal(40001, 'invalid credential, access_token is invalid or not latest');
    if (token.expiresAt <= this.now()) throw new Refusal(42001, 'access_token expired');
  }

  private mayForce(): boolean {
    const now = this.now();
    if (now - (this.forcedAt.at(-1) ?? 0) < FORCED_APART_MILLISECONDS) return false;
    if (this.forcedAt.filter((at) => now - at < 86_400_000).length >= FORCED_PER_DAY) {
      throw new Refusal(45009, 'reach max api daily quota limit');
    }
    this.forcedAt.push(now);
    return true;
  }

  private secondsLeft({ expiresAt }: Token): number {
    return Math.floor((expiresAt - this.now()) / 1000);
  }
}
