import { Clock } from '../platform/clock/clock.js';

/** A clock that stands where it is put, so that a year of letters can be lived through in a minute. */
export class DemonstrationClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** Moves on to an instant; time never runs back. */
  moveTo(instant: Date): void {
    if (instant > this.instant) this.instant = instant;
  }
}
