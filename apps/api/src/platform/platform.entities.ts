import { AuditEntry } from './audit/audit-entry.entity.js';
import { IdempotencyRecord } from './idempotency/idempotency-record.entity.js';
import { JobRun } from './jobs/job-run.entity.js';
import { JourneyEvent } from './journey/journey-event.entity.js';
import { OutboxMessage } from './outbox/outbox-message.entity.js';
import { RateCounter } from './rate-limit/rate-counter.entity.js';

/** The foundation's tables. */
export const platformEntities = [AuditEntry, IdempotencyRecord, JobRun, JourneyEvent, OutboxMessage, RateCounter];
