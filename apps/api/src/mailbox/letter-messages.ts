import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ContentChecks } from '../moderation/content-checks.js';
import { PhotosService } from '../photos/photos.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import type { HeldLetter } from './letter-changes.js';
import { LetterMessage, type MessageFacts, type MessagePurpose } from './letter-message.entity.js';

/** A message somebody adds to a letter. */
export interface NewMessage {
  /** Chosen by the caller who needs to know it; otherwise made here. */
  readonly id?: string;
  readonly purpose: MessagePurpose;
  readonly authorName: string;
  readonly text: string;
  readonly photoIds?: readonly string[];
  readonly facts?: MessageFacts;
}

/** Adds messages to letters. They wait for the content check; {@link CheckedMessages} carries out what they are for. */
@Injectable()
export class LetterMessages {
  constructor(
    private readonly photos: PhotosService,
    private readonly checks: ContentChecks,
  ) {}

  /** Adds a message to a held letter and asks for its check, in the transaction under way. */
  async add(actor: Actor, held: Omit<HeldLetter, 'circumstances'>, message: NewMessage): Promise<void> {
    const { letter, manager, now } = held;
    const author = held.party === 'writer' ? 'writer' : 'member';
    const id = message.id ?? uuidv7();
    const photoIds = [...(message.photoIds ?? [])];
    await this.photos.attach(actor, photoIds, { kind: 'letter_message', id });
    await manager.insert(LetterMessage, {
      id,
      letterId: letter.id,
      author,
      purpose: message.purpose,
      facts: (message.facts ?? {}) as object,
      accountId: actor.accountId,
      authorName: message.authorName,
      text: message.text,
      photoIds,
      at: now,
      checkState: 'checking',
      ruleCode: null,
      appeal: 'none',
    });
    await this.checks.request({
      letterId: letter.id,
      reference: letter.reference,
      messageId: id,
      author,
      accountId: actor.accountId,
      text: message.text,
      photoIds,
    });
  }
}
