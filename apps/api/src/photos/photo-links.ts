import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/settings/settings.js';
import type { PhotoVariant } from './photos.dto.js';

const HOUR_SECONDS = 3600;

/** Signs and checks the addresses of photos, so that an image tag, which sends no token, can show what its page may show. */
@Injectable()
export class PhotoLinks {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** A signed path that works until the end of the next full hour; within one hour it is the same, so that it can be cached. */
  pathOf(id: string, variant: PhotoVariant): string {
    const expires = (Math.floor(this.nowSeconds() / HOUR_SECONDS) + 2) * HOUR_SECONDS;
    return `/api/v1/photos/${id}?variant=${variant}&expires=${expires}&signature=${this.sign(id, variant, expires)}`;
  }

  /** The full variant's signed address with host, for services that fetch it from outside (WeChat's check of pictures). */
  absoluteUrlOf(id: string): string {
    const base = this.settings.PUBLIC_URL ?? `http://${this.settings.HOST}:${this.settings.PORT}`;
    return `${base.replace(/\/$/, '')}${this.pathOf(id, 'full')}`;
  }

  /** Seconds for which an address still works, or 0 when it has expired or its signature is not ours. */
  secondsLeft(id: string, variant: PhotoVariant, expires: number, signature: string): number {
    const expected = Buffer.from(this.sign(id, variant, expires));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 0;
    return Math.max(0, expires - this.nowSeconds());
  }

  private nowSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  private sign(id: string, variant: PhotoVariant, expires: number): string {
    return createHmac('sha256', this.settings.SECRET_KEY)
      .update(`photo\n${id}\n${variant}\n${expires}`)
      .digest('base64url');
  }
}
