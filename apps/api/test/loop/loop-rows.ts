import type { OpinionDesk, OpinionState, SubmissionRef } from '@lianxin/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Decision } from '../../src/deliberation/decision.entity.js';
import type { Digest } from '../../src/deliberation/digest.entity.js';
import type { DigestItem } from '../../src/deliberation/digest-item.entity.js';
import type { Letter } from '../../src/mailbox/letter.entity.js';
import type { LetterMessage } from '../../src/mailbox/letter-message.entity.js';
import type { Opinion } from '../../src/opinions/opinion.entity.js';
import type { OpinionSource } from '../../src/opinions/opinion-source.entity.js';
import type { SectorVoice } from '../../src/opinions/voices/sector-voice.entity.js';
import type { VoiceContribution } from '../../src/opinions/voices/voice-contribution.entity.js';
import type { JourneyEvent } from '../../src/platform/journey/journey-event.entity.js';
import type { AuthorName, Case, CaseLetter, LoopPeople } from './loop-world.js';

const PARTS = { situation: '情况。', analysis: '分析。', suggestion: '建议。' };

/** Makes the rows that a case begins with: it begins in the middle of things, so that there is time to try what comes after. */
export class LoopRows {
  constructor(
    private readonly people: LoopPeople,
    private readonly sectorId: string,
    private readonly mark: () => string,
  ) {}

  /** A digest that has come so far. */
  digest(state: Digest['state'], now: Date): Digest {
    return {
      id: uuidv7(),
      reference: `汇总 ${this.mark()}`,
      title: '汇总',
      meetingName: '第一次主席会议',
      meetingDate: '2026-03-05',
      state,
      redHeading: false,
      issuer: null,
      preface: null,
      sections: [],
      submittedAt: now,
      decidedAt: state === 'decided' ? now : null,
      fedBackAt: null,
      feedbackDue: state === 'decided' ? now : null,
      createdBy: this.people.office.accountId,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
  }

  /** An item of it. */
  item(digestId: string, root: SubmissionRef, index: number): DigestItem {
    return {
      id: uuidv7(),
      digestId,
      submissionKind: root.kind,
      submissionId: root.id,
      desk: 'office',
      deskUnitId: null,
      sectionId: null,
      position: index + 1,
      summary: null,
      feedbackText: null,
      version: 1,
    };
  }

  /** A decision that the one of the office recorded and the other signed. */
  decision(itemId: string, outcome: Decision['outcome'], now: Date): Decision {
    const adopted = outcome === 'adopted';
    return {
      id: uuidv7(),
      itemId,
      revision: 1,
      outcome,
      reason: this.mark(),
      use: adopted ? 'referral' : null,
      responsibleBody: adopted ? '县住建局' : null,
      dueDate: adopted ? '2026-06-30' : null,
      correctionReason: null,
      recordedBy: this.people.office.accountId,
      recordedAt: now,
      signedBy: this.people.signer.accountId,
      signedAt: now,
      fedBackAt: null,
    };
  }

  /** A letter that has been delivered. */
  letter({ id, writer, member, mark }: CaseLetter, now: Date): Partial<Letter> {
    return {
      id,
      reference: `来信 ${mark}`,
      writerId: this.people[writer].accountId,
      shownName: `名${mark}`,
      nameDisplay: 'full',
      memberId: this.people[member].memberId ?? '',
      sectorId: this.sectorId,
      category: 'appeal',
      title: `信${mark}`,
      excerpt: '路灯坏了。',
      photoCount: 0,
      townshipId: null,
      consentOpinion: true,
      consentName: false,
      state: 'delivered',
      textHash: mark,
      sentAt: now,
      lastActivityAt: now,
      deliveredAt: now,
      reopened: false,
      writerUnread: false,
      memberUnread: true,
      version: 1,
    };
  }

  /** What it says. */
  message({ id, writer, mark }: CaseLetter, now: Date): LetterMessage {
    return {
      id: uuidv7(),
      letterId: id,
      author: 'writer',
      purpose: 'letter',
      facts: {},
      accountId: this.people[writer].accountId,
      authorName: '',
      text: `路灯坏了。${mark}`,
      photoIds: [],
      at: now,
      checkState: 'passed',
      ruleCode: null,
      appeal: 'none',
    };
  }

  /** An opinion that has come so far. */
  opinion(
    { id, author, mark }: Case['opinions'][number],
    state: OpinionState,
    desk: OpinionDesk,
    now: Date,
  ): Partial<Opinion> {
    return {
      id,
      kind: 'information',
      title: `意${mark}`,
      theme: 'transport',
      sections: PARTS,
      state,
      authorMemberId: this.people[author].memberId ?? '',
      authorAccountId: this.people[author].accountId,
      sectorId: this.sectorId,
      desk,
      deskUnitId: desk === 'sector_group' ? this.sectorId : null,
      reference: state === 'accepted' ? `社情民意 ${mark}` : null,
      submittedAt: state === 'draft' ? null : now,
      acceptedAt: state === 'accepted' ? now : null,
      intakeDue: state === 'submitted' ? now : null,
      mergedIntoKind: null,
      mergedIntoId: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
  }

  /** A sector voice that the office has accepted. */
  voice(now: Date): SectorVoice {
    return {
      id: uuidv7(),
      sectorId: this.sectorId,
      convenerAccountId: this.people.convener.accountId,
      convenerMemberId: this.people.convener.memberId ?? '',
      title: '界别声音',
      theme: 'transport',
      sections: PARTS,
      state: 'accepted',
      reference: `界别声音 ${this.mark()}`,
      circulatedAt: now,
      objectUntil: now,
      submittedAt: now,
      acceptedAt: now,
      listedAt: null,
      decidedAt: null,
      fedBackAt: null,
      relayedAt: null,
      returnReason: null,
      intakeDue: null,
      assigneeAccountId: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
  }

  /** That both members are credited in it. */
  contributions(voiceId: string): VoiceContribution[] {
    return [this.people.author, this.people.second].map(({ accountId, memberId = '' }) => ({
      ...{ voiceId, memberId, accountId, state: 'agreed' as const, words: null, at: null },
    }));
  }

  /** That the one was drawn from the other. */
  link(opinionId: string, author: AuthorName, letter: CaseLetter, at: Date): OpinionSource {
    return {
      id: uuidv7(),
      opinionId,
      sourceKind: 'letter',
      sourceId: letter.id,
      quote: null,
      memberId: this.people[author].memberId ?? '',
      writerAccountId: this.people[letter.writer].accountId,
      shownName: null,
      sourceReference: letter.mark,
      quotable: true,
      at,
    };
  }
}

/** That an opinion was handed in. */
export function submittedStep(subjectId: string, at: Date): JourneyEvent {
  const step = { subjectKind: 'opinion', subjectId, type: 'opinion_submitted', party: 'author', facts: {} };
  return { id: uuidv7(), accountId: null, at, ...step };
}
