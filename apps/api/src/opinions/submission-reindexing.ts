import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { OpinionChanges } from './opinion-changes.js';
import { OpinionIndex } from './opinion-index.js';
import { SUBMISSIONS_MOVED, type SubmissionsMoved } from './submission-moves.js';

/** Brings what can be found of opinions up to date after many have moved at once: one transaction each, so that nobody waits for all. */
@Injectable()
export class SubmissionReindexing implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly changes: OpinionChanges,
    private readonly opinions: OpinionIndex,
  ) {}

  /** Registers the topic. */
  onModuleInit(): void {
    this.outbox.register(SUBMISSIONS_MOVED, (moved: SubmissionsMoved) => this.reindex(moved));
  }

  private async reindex({ refs }: SubmissionsMoved): Promise<void> {
    for (const { kind, id } of refs) {
      if (kind !== 'opinion') continue;
      await this.database.write(async (manager) => {
        const opinion = await this.changes.hold(manager, id);
        if (opinion) await this.opinions.put(opinion);
      });
    }
  }
}
