import type {
  OpinionDesk,
  OpinionKind,
  OpinionState,
  OpinionTheme,
  SourceKind,
  SubmissionKind,
  SubmissionRef,
  VoiceState,
} from '@lianxin/shared';

/** An opinion or a sector voice as lists and documents name it. */
export interface SubmissionSummary {
  readonly kind: SubmissionKind;
  readonly id: string;
  readonly reference: string | null;
  /** Null for a sector voice. */
  readonly opinionKind: OpinionKind | null;
  readonly title: string;
  /** `other` for a draft that has none yet. */
  readonly theme: OpinionTheme;
  readonly state: OpinionState | VoiceState;
  readonly stateLabel: string;
  readonly sectorId: string;
  readonly sectorName: string;
  /** Where it was accepted; `office` for a sector voice. */
  readonly desk: OpinionDesk;
  readonly deskUnitId: string | null;
  /** Author and confirmed co-signers; for a sector voice everybody credited. */
  readonly authorNames: readonly string[];
  /** ISO 8601. */
  readonly submittedAt: string | null;
  /** ISO 8601. */
  readonly acceptedAt: string | null;
  /** Sources behind it and behind all that is under it. */
  readonly sourceCount: number;
  /** Opinions under it, at any depth. */
  readonly mergedCount: number;
}

/** Which accepted submissions to list, for a digest. */
export interface CandidatesQuery {
  readonly kind?: OpinionKind | 'sector_voice';
  readonly theme?: OpinionTheme;
  readonly sectorId?: string;
  /** Words of title or number. */
  readonly query?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** A member and the account to tell, if there is one. */
export interface MemberBehind {
  readonly memberId: string;
  readonly accountId: string | null;
}

/** A link to what an opinion was drawn from. */
export interface SourceBehind {
  readonly id: string;
  readonly sourceKind: SourceKind;
  readonly sourceId: string;
  readonly memberId: string;
  readonly writerAccountId: string | null;
  readonly shownName: string | null;
  readonly quote: string | null;
}

/** An opinion behind a submission: itself, or one under it. */
export interface OpinionBehind {
  readonly id: string;
  readonly reference: string | null;
  readonly title: string;
  readonly kind: OpinionKind;
  readonly state: OpinionState;
  readonly authorMemberId: string;
  readonly authorAccountId: string;
  readonly mergedIntoKind: SubmissionKind | null;
  readonly mergedIntoId: string | null;
  /** Those who have signed. */
  readonly cosigners: readonly MemberBehind[];
  readonly sources: readonly SourceBehind[];
}

/** Everyone and everything behind a submission. */
export interface Behind {
  /** The submission itself first, when it is an opinion; then what is under it, from the top down. */
  readonly opinions: readonly OpinionBehind[];
  /** For a sector voice: authors and co-signers of all opinions under it, each once. Empty for an opinion. */
  readonly contributors: readonly MemberBehind[];
  /** Who composed it; null for an opinion. */
  readonly convener: MemberBehind | null;
}

/** A member credited with a submission. */
export interface Credit {
  readonly memberId: string;
  readonly name: string;
  readonly sectorName: string;
  /** The author of the submission itself, who signed it, or a contributor through what is under it. */
  readonly role: 'author' | 'cosigner' | 'contributor';
}

/** The text of a submission for documents and digests. */
export interface SubmissionText {
  readonly title: string;
  readonly reference: string | null;
  readonly sections: readonly { readonly key: string; readonly label: string; readonly text: string }[];
  /** Each member once, in the order of author, co-signers, contributors. */
  readonly credits: readonly Credit[];
}

/** What later features do with submissions: put on a digest, taken off, decided, fed back to the members, relayed to the sources. */
export const SUBMISSION_ACTIONS = ['list', 'unlist', 'decide', 'feed_back', 'relay'] as const;
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];

/** A submission to move, with facts for the steps in its journey. */
export interface SubmissionMove {
  readonly ref: SubmissionRef;
  readonly facts?: Record<string, unknown>;
}

/** When something is moved, and by whom: null for the product itself. */
export interface MoveBy {
  readonly at: Date;
  readonly accountId: string | null;
}

/** An opinion drawn from a source. */
export interface OpinionOfSource {
  readonly id: string;
  readonly sourceLinkId: string;
  readonly kind: OpinionKind;
  readonly state: OpinionState;
  readonly title: string;
  readonly reference: string | null;
  readonly authorMemberId: string;
  readonly desk: OpinionDesk;
  readonly deskUnitId: string | null;
  readonly quote: string | null;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly fedBackAt: Date | null;
  readonly intakeDue: Date | null;
}

/** As what somebody may see a submission. */
export type SubmissionViewer = 'author' | 'cosigner' | 'contributor' | 'desk' | 'leader';
