import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/problems/problem.js';
import { LetterChanges } from './letter-changes.js';
import type { CheckState } from './letter-message.entity.js';
import { LetterMessages } from './letter-messages.js';

/** Outbox topic that tells what became of a relay's words. Handled by the feature that sends relays. */
export const LETTER_RELAYED = 'letter.relayed';

/** Payload of {@link LETTER_RELAYED}. `reason` says why the words were withheld, else null. */
export interface LetterRelayed {
  readonly letterId: string;
  readonly messageId: string;
  readonly verdict: 'passed' | 'withheld';
  readonly reason: string | null;
}

/** A member's words to the writer on what became of an opinion. */
export interface RelayWords {
  readonly authorName: string;
  readonly text: string;
}

/** Words and where their content check stands. */
export interface CheckedWords {
  readonly text: string;
  readonly checkState: CheckState;
}

/** Brings what became of an opinion into the letter it was drawn from, and takes the writer's word on being heard. */
@Injectable()
export class LetterRelaysService {
  constructor(
    private readonly database: Database,
    private readonly changes: LetterChanges,
    private readonly messages: LetterMessages,
  ) {}

  /**
   * Adds a member's relay to a letter, whatever its state; it appears once it has passed the content check, and
   * {@link LETTER_RELAYED} then tells so. It also reaches the writer of a letter that was handed on or taken back meanwhile: the
   * opinion drawn from it went its way. Joins the transaction under way.
   * @returns the id of its message.
   * @throws {Problem} 404 for an unknown letter.
   */
  async relay(actor: Actor, letterId: string, { authorName, text }: RelayWords): Promise<string> {
    return this.aside(actor, letterId, 'relay', { authorName, text });
  }

  /**
   * Adds the writer's word on having been heard; it is not part of the thread and is read with {@link wordsOf}.
   * @returns the id of its message.
   * @throws {Problem} 404 when it is not the own letter.
   */
  async heard(actor: Actor, letterId: string, text: string): Promise<string> {
    return this.aside(actor, letterId, 'heard', { authorName: '', text });
  }

  /** What these messages say and whether it has passed the content check, by message; only what has passed is for others' eyes. */
  async wordsOf(messageIds: readonly string[]): Promise<Map<string, CheckedWords>> {
    if (messageIds.length === 0) return new Map();
    const rows = await this.database.read.query<(CheckedWords & { id: string })[]>(
      `SELECT id, text, checkState FROM letter_messages WHERE id IN (${messageIds.map(() => '?').join(', ')})`,
      [...messageIds],
    );
    return new Map(rows.map(({ id, text, checkState }) => [id, { text, checkState }]));
  }

  private async aside(actor: Actor, letterId: string, purpose: 'relay' | 'heard', words: RelayWords): Promise<string> {
    const messageId = await this.changes.bySystem(letterId, async (held) => {
      const { letter } = held;
      if (purpose === 'heard' && letter.writerId !== actor.accountId) throw notFound('这封来信');
      const party = purpose === 'relay' ? 'addressee' : 'writer';
      const id = uuidv7();
      await this.messages.add(actor, { ...held, party }, { id, purpose, ...words });
      await this.changes.touch(held);
      return id;
    });
    if (!messageId) throw notFound('这封来信');
    return messageId;
  }
}
