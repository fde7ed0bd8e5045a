import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { JourneyEvent } from './journey-event.entity.js';

/** What a use case tells of a step; the id and the time are added here. */
export type JourneyStep = Pick<JourneyEvent, 'subjectKind' | 'subjectId' | 'type' | 'party'> &
  Partial<Pick<JourneyEvent, 'accountId' | 'facts' | 'at'>>;

/** The append-only record of every step. */
@Injectable()
export class Journey {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes a step into the transaction under way. @returns the event as it is kept. */
  async append(step: JourneyStep): Promise<JourneyEvent> {
    const event: JourneyEvent = { accountId: null, facts: {}, at: this.clock.now(), ...step, id: uuidv7() };
    await this.database.write((manager) => manager.insert(JourneyEvent, event as never));
    return event;
  }

  /** All steps of the given subjects, oldest first. */
  of(...subjectIds: string[]): Promise<JourneyEvent[]> {
    return this.database.read.find(JourneyEvent, { where: { subjectId: In(subjectIds) }, order: { id: 'ASC' } });
  }
}
