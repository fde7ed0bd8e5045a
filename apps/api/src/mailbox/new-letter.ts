import { shownNameOf } from '@lianxin/shared';
import { v7 as uuidv7 } from 'uuid';
import type { MemberEntry } from '../directory/members.service.js';
import type { Letter } from './letter.entity.js';
import type { LetterMessage } from './letter-message.entity.js';
import { excerptOf, textHashOf } from './letter-texts.js';
import type { WriteLetter } from './letters.dto.js';

/** Who writes, under which name, to whom and when. `name` is empty for somebody who has none and hides it. */
export interface Sending {
  readonly accountId: string;
  readonly name: string;
  readonly member: Pick<MemberEntry, 'id' | 'sectorId'>;
  readonly now: Date;
}

/** A new letter as it is first kept, all but its number. */
export function newLetter(input: WriteLetter, { accountId, name, member, now }: Sending): Letter {
  return {
    id: uuidv7(),
    reference: '',
    writerId: accountId,
    shownName: shownNameOf(name, input.nameDisplay),
    nameDisplay: input.nameDisplay,
    memberId: member.id,
    sectorId: member.sectorId,
    category: input.category,
    title: input.title,
    excerpt: excerptOf(input.text),
    photoCount: input.photoIds.length,
    townshipId: input.townshipId ?? null,
    place: input.place
      ? { name: input.place.name, latitude: input.place.latitude ?? null, longitude: input.place.longitude ?? null }
      : null,
    consentOpinion: input.consentOpinion,
    consentName: input.consentOpinion && input.nameDisplay === 'full' && (input.consentName ?? false),
    state: 'screening',
    textHash: textHashOf(input.text),
    sentAt: now,
    lastActivityAt: now,
    deliveredAt: null,
    firstAnsweredAt: null,
    due: null,
    closingDue: null,
    closedAt: null,
    snoozedUntil: null,
    remindedAt: null,
    escalatedAt: null,
    reopened: false,
    rating: null,
    ratingWords: null,
    referral: null,
    returnReason: null,
    writerUnread: false,
    memberUnread: false,
    version: 1,
  };
}

/** The first message of a new letter: its text and photos. */
export function firstMessage(letter: Letter, { text, photoIds }: WriteLetter): LetterMessage {
  return {
    id: uuidv7(),
    letterId: letter.id,
    author: 'writer',
    purpose: 'letter',
    facts: {},
    accountId: letter.writerId,
    authorName: letter.shownName,
    text,
    photoIds: [...photoIds],
    at: letter.sentAt,
    checkState: 'checking',
    ruleCode: null,
    appeal: 'none',
  };
}
