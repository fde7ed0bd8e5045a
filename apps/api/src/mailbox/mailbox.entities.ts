import { AnswerTemplate } from './answer-templates/answer-template.entity.js';
import { Channel } from './channels/channel.entity.js';
import { Letter } from './letter.entity.js';
import { LetterMessage } from './letter-message.entity.js';
import { LetterNote } from './letter-note.entity.js';
import { LetterSequence } from './letter-sequence.entity.js';
import { PublishedAnswer } from './published-answers/published-answer.entity.js';

/** The mailbox's tables. */
export const mailboxEntities = [
  AnswerTemplate,
  Channel,
  Letter,
  LetterMessage,
  LetterNote,
  LetterSequence,
  PublishedAnswer,
];
