import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Settings } from '../settings/settings.js';
import { JobRun } from './job-run.entity.js';

interface Job {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<unknown>;
}

const LOOK_EVERY_MILLISECONDS = 60_000;

/**
 * Runs recurring housekeeping: each job once per period across all copies of the API. A run that fails is logged and comes again a
 * period later, so jobs must bear being missed; what must not be missed goes through the outbox.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly jobs: Job[] = [];
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Jobs.name);
  }

  /** Adds a job; call it when the module starts. */
  register(name: string, everySeconds: number, run: () => Promise<unknown>): void {
    if (this.jobs.some((job) => job.name === name)) throw new Error(`there is a job ${name} already`);
    this.jobs.push({ name, everySeconds, run });
  }

  /** Starts looking for due jobs, unless `DISPATCHER=false` leaves that to other processes. */
  onApplicationBootstrap(): void {
    if (!this.settings.DISPATCHER) return;
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MILLISECONDS);
    this.look();
  }

  /** Waits for the run in hand. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Runs the jobs that are due now. Returns their names. */
  async runDue(): Promise<string[]> {
    const ran: string[] = [];
    for (const job of this.jobs) {
      try {
        if (!(await this.claim(job))) continue;
        await job.run();
        ran.push(job.name);
      } catch (error) {
        this.logger.error({ err: error, job: job.name }, 'a job failed');
      }
    }
    return ran;
  }

  private look(): void {
    this.running = this.running.then(async () => {
      await this.runDue();
    });
  }

  /** Moves the job's due time on; of several copies that try, one succeeds. */
  private claim({ name, everySeconds }: Job): Promise<boolean> {
    const now = this.clock.now();
    return this.database.write(async (manager) => {
      await manager.createQueryBuilder().insert().into(JobRun).values({ name, dueAt: now }).orIgnore().execute();
      const dueAt = new Date(now.getTime() + everySeconds * 1000);
      const { affected } = await manager.update(JobRun, { name, dueAt: LessThanOrEqual(now) }, { dueAt });
      return affected === 1;
    });
  }
}
