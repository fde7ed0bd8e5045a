import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { CheckedContent } from './checked-content.entity.js';
import { ContentCheck } from './content-check.entity.js';

const EVERY_SECONDS = 3600;
const KEEP_DAYS = 30;
const BATCH = 500;

/** Deletes the copies of messages whose check ended long ago: what people wrote is kept where it belongs, not twice. */
@Injectable()
export class CheckedContentsPurge implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register('moderation.checked-contents', EVERY_SECONDS, () => this.purge());
  }

  /** Deletes what was requested more than 30 days ago and has its verdict. */
  async purge(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_DAYS * 86_400_000);
    const ended = { state: In(['passed', 'withheld']), requestedAt: LessThan(before) };
    for (let deleted = BATCH; deleted === BATCH; ) {
      const contents = await this.database.read.find(CheckedContent, {
        select: { messageId: true },
        where: ended,
        take: BATCH,
      });
      deleted = contents.length;
      if (deleted === 0) return;
      const messageId = In(contents.map((content) => content.messageId));
      await this.database.write(async (manager) => {
        await manager.delete(ContentCheck, { messageId });
        await manager.delete(CheckedContent, { messageId });
      });
    }
  }
}
