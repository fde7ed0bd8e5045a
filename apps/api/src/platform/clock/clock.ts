import { Injectable } from '@nestjs/common';

/** The one source of "now", so that tests and demonstration data can live on another day. */
@Injectable()
export class Clock {
  /** The present instant. */
  now(): Date {
    return new Date();
  }
}
