import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Whether a message has passed the content check; only what has passed is shown to the other side. */
export const CHECK_STATES = ['checking', 'passed', 'withheld'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What became of an appeal against withholding. */
export const APPEAL_STATES = ['none', 'open', 'upheld', 'rejected'] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/**
 * What a message is for. Except for the letter itself and the words to a rating or to "were you heard", it is the action that takes
 * effect once the message has passed the content check: words that nobody has checked move nothing. A `relay` tells the writer what
 * became of an opinion drawn from the letter.
 */
export const MESSAGE_PURPOSES = [
  'letter',
  'answer',
  'follow_up',
  'reopen',
  'transfer',
  'refer',
  'return',
  'rate',
  'relay',
  'heard',
] as const;

/** Purposes of messages beside the conversation: they wait for the check without holding up anybody's next action. */
export const ASIDE_PURPOSES: readonly MessagePurpose[] = ['letter', 'rate', 'relay', 'heard'];
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** What an action needs besides its words. */
export interface MessageFacts {
  readonly toMemberId?: string;
  readonly channelId?: string;
}

/** One message of a letter's thread (glossary: LetterMessage); the first one is the letter's own text. */
@Entity('letter_messages')
@Index('ix_letter_messages_letter', ['letterId', 'id'])
export class LetterMessage {
  /** UUIDv7, so that messages of one letter sort by time. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  letterId: string;

  @Column('varchar', { length: 10 })
  author: 'writer' | 'member';

  @Column('varchar', { length: 10 })
  purpose: MessagePurpose;

  @Column('simple-json')
  facts: MessageFacts;

  @Column('varchar', { length: 36 })
  accountId: string;

  /** The member who answered, because a transfer changes the addressee. */
  @Column('varchar', { length: 20 })
  authorName: string;

  @Column('text')
  text: string;

  @Column('simple-json')
  photoIds: string[];

  @Column('datetime', { precision: 3 })
  at: Date;

  @Column('varchar', { length: 10 })
  checkState: CheckState;

  @Column('varchar', { length: 30, nullable: true })
  ruleCode: string | null;

  @Column('varchar', { length: 10 })
  appeal: AppealState;
}
