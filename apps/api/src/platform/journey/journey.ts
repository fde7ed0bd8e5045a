import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { insertRows } from '../database/insert-row.js';
import { asDate, type StoredInstant } from '../database/instants.js';
import { JourneyEvent } from './journey-event.entity.js';

/** What a use case tells of a step; the id and the time are added here. */
export type JourneyStep = Pick<JourneyEvent, 'subjectKind' | 'subjectId' | 'type' | 'party'> &
  Partial<Pick<JourneyEvent, 'accountId' | 'facts' | 'at'>>;

type StoredEvent = Omit<JourneyEvent, 'at' | 'facts'> & { at: StoredInstant; facts: string };

/** Does what follows from a step, in the transaction that writes it. */
export type JourneyListener = (event: JourneyEvent) => Promise<void>;

/** The same for steps that are written together. */
export type JourneyBatchListener = (events: readonly JourneyEvent[]) => Promise<void>;

/** The append-only record of every step. Read as plain rows, because every page of a letter does. */
@Injectable()
export class Journey {
  private readonly listeners = new Map<string, JourneyListener[]>();
  private readonly batchListeners: { types: ReadonlySet<string>; listener: JourneyBatchListener }[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes a step into the transaction under way. @returns the event as it is kept. */
  async append(step: JourneyStep): Promise<JourneyEvent> {
    const [event] = await this.appendAll([step]);
    return event as JourneyEvent;
  }

  /** Writes steps of many subjects into the transaction under way by one statement. @returns the events in the steps' order. */
  async appendAll(steps: readonly JourneyStep[]): Promise<JourneyEvent[]> {
    const at = this.clock.now();
    const events = steps.map((step): JourneyEvent => ({ accountId: null, facts: {}, at, ...step, id: uuidv7() }));
    await this.database.write(async (manager) => {
      await insertRows(manager, JourneyEvent, events);
      for (const event of events) {
        for (const listener of this.listeners.get(event.type) ?? []) await listener(event);
      }
      for (const { types, listener } of this.batchListeners) {
        const told = events.filter(({ type }) => types.has(type));
        if (told.length > 0) await listener(told);
      }
    });
    return events;
  }

  /** Has steps of these types told to a later feature, in the same transaction; call it when the module starts. */
  subscribe(types: readonly string[], listener: JourneyListener): void {
    for (const type of types) this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  /** The same for a feature that looks at all steps written together at once: a digest of 200 items moves in one go. */
  subscribeToBatches(types: readonly string[], listener: JourneyBatchListener): void {
    this.batchListeners.push({ types: new Set(types), listener });
  }

  /** All steps of the given subjects, oldest first. */
  async of(...subjectIds: string[]): Promise<JourneyEvent[]> {
    const rows = await this.database.read.query<StoredEvent[]>(
      `SELECT id, subjectKind, subjectId, type, at, party, accountId, facts FROM journey_events
       WHERE subjectId IN (${subjectIds.map(() => '?').join(', ')}) ORDER BY id`,
      subjectIds,
    );
    return rows.map((row) => ({ ...row, at: asDate(row.at), facts: JSON.parse(row.facts) as JourneyEvent['facts'] }));
  }
}
