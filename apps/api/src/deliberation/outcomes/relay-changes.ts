import { nextRelayState, type RelayAction, type RelayParty, type RelayState } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Journey } from '../../platform/journey/journey.js';
import { Relay } from './relay.entity.js';

/** States in which the constituent has not been told. */
export const UNTOLD: readonly RelayState[] = ['ready', 'checking', 'withheld'];

/** The journey event of each action. */
const STEPS: Record<RelayAction, string> = {
  send: 'relay_sent_off',
  remind: 'relay_reminded',
  pass: 'relay_sent',
  withhold: 'relay_withheld',
  supersede: 'relay_superseded',
};

/** Which of a relay's fields a change sets. State and version are set by the change itself. */
type RelayPatch = Partial<Pick<Relay, 'text' | 'messageId' | 'remindedAt' | 'sentAt'>>;

/** The only way in which a relay changes: the transition table is asked, and state, fields and journey event are written together. */
@Injectable()
export class RelayChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journey: Journey,
  ) {}

  /** Holds a relay, in the transaction under way; null when there is none. */
  async hold(id: string): Promise<Relay | null> {
    const query = this.database.read.createQueryBuilder(Relay, 'relay').where('relay.id = :id', { id });
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    return query.getOne();
  }

  /** Moves a held relay by an action of a party. @throws {RangeError} when the table has no such row. */
  async apply(
    relay: Relay,
    move: { action: RelayAction; party: RelayParty; accountId: string | null },
    patch: RelayPatch = {},
    facts: Record<string, unknown> = {},
  ): Promise<Relay> {
    const state = nextRelayState(relay.state, move.action, move.party);
    const changes = { ...patch, state, version: relay.version + 1 };
    await this.database.write(async (manager) => {
      await manager.update(Relay, { id: relay.id }, changes);
      await this.journey.append({
        subjectKind: 'relay',
        subjectId: relay.id,
        type: STEPS[move.action],
        party: move.party,
        accountId: move.accountId,
        facts,
        at: this.clock.now(),
      });
    });
    return Object.assign(relay, changes);
  }

  /**
   * Takes back relays that nobody has been told yet, in the transaction under way; those whose words are being checked go on.
   * @returns those taken back.
   */
  async supersede(itemIds: readonly string[], purpose: Relay['purpose'], reason: string): Promise<Relay[]> {
    if (itemIds.length === 0) return [];
    return this.database.write(async (manager) => {
      const relays = await manager.find(Relay, {
        where: { itemId: In([...itemIds]), purpose, state: In(['ready', 'withheld']) },
        order: { id: 'ASC' },
        ...(!this.database.isSqlite && { lock: { mode: 'pessimistic_write' as const } }),
      });
      for (const relay of relays) {
        await this.apply(relay, { action: 'supersede', party: 'system', accountId: null }, {}, { reason });
      }
      return relays;
    });
  }
}
