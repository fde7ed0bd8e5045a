import { Platform1764000000001 } from './1764000000001-platform.js';
import { Identity1764000000002 } from './1764000000002-identity.js';
import { Directory1764000000003 } from './1764000000003-directory.js';
import { Photos1764000000004 } from './1764000000004-photos.js';
import { Wechat1764000000005 } from './1764000000005-wechat.js';
import { Notices1764000000006 } from './1764000000006-notices.js';
import { Moderation1764000000007 } from './1764000000007-moderation.js';
import { Letters1764000000008 } from './1764000000008-letters.js';
import { MailboxDesk1764000000009 } from './1764000000009-mailbox-desk.js';
import { Jobs1764000000010 } from './1764000000010-jobs.js';
import { Demonstration1764000000011 } from './1764000000011-demonstration.js';
import { LetterOutcomes1764000000012 } from './1764000000012-letter-outcomes.js';
import { Opinions1764000000013 } from './1764000000013-opinions.js';
import { VoicesAndDesk1764000000014 } from './1764000000014-voices-and-desk.js';
import { Digests1764000000015 } from './1764000000015-digests.js';
import { Outcomes1764000000016 } from './1764000000016-outcomes.js';
import { SearchAndFigures1764000000017 } from './1764000000017-search-and-figures.js';

/** The history of the tables, oldest first. A migration that has landed is never changed. */
export const migrations = [
  Platform1764000000001,
  Identity1764000000002,
  Directory1764000000003,
  Photos1764000000004,
  Wechat1764000000005,
  Notices1764000000006,
  Moderation1764000000007,
  Letters1764000000008,
  MailboxDesk1764000000009,
  Jobs1764000000010,
  Demonstration1764000000011,
  LetterOutcomes1764000000012,
  Opinions1764000000013,
  VoicesAndDesk1764000000014,
  Digests1764000000015,
  Outcomes1764000000016,
  SearchAndFigures1764000000017,
];
