import type { DeadlineState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { deadlineStateOf, workingDaysAfter } from '../../mailbox/deadlines/working-days.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/settings/settings.js';

/** By when a desk accepts or returns what is handed in, in working days. */
@Injectable()
export class IntakeDeadlines {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** By when something handed in at `from` is accepted or returned. */
  dueAfter(from: Date): Date {
    return workingDaysAfter(from, this.settings.INTAKE_WORKING_DAYS);
  }

  /** Tells where a due date stands now; the bound is reckoned once, for all of a list. */
  standing(): (due: Date | null) => DeadlineState {
    const now = this.clock.now();
    const soonBound = workingDaysAfter(now, this.settings.DUE_SOON_WORKING_DAYS);
    return (due) => deadlineStateOf(due, now, soonBound);
  }
}
