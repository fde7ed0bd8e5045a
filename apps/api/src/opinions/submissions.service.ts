import type { SourceKind, SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import type {
  Behind,
  CandidatesQuery,
  MoveBy,
  OpinionOfSource,
  SubmissionAction,
  SubmissionMove,
  SubmissionSummary,
  SubmissionText,
  SubmissionViewer,
} from './submissions.types.js';

export type * from './submissions.types.js';

/** Opinions and sector voices as digests, outcomes and figures need them. */
@Injectable()
export class Submissions {
  /** By id; unknown ones are left out. */
  async summaries(_refs: readonly SubmissionRef[]): Promise<Map<string, SubmissionSummary>> {
    throw new Error('not written yet');
  }

  /** Accepted ones that are under nothing and on no digest, the longest waiting first. */
  async candidates(_query: CandidatesQuery): Promise<Page<SubmissionSummary>> {
    throw new Error('not written yet');
  }

  /** By id; unknown ones are left out. */
  async texts(_refs: readonly SubmissionRef[]): Promise<Map<string, SubmissionText>> {
    throw new Error('not written yet');
  }

  /** Everyone and everything behind one. */
  async behind(_ref: SubmissionRef): Promise<Behind> {
    throw new Error('not written yet');
  }

  /** The same for several at once, by id. */
  async behindAll(_refs: readonly SubmissionRef[]): Promise<Map<string, Behind>> {
    throw new Error('not written yet');
  }

  /** What an opinion is under at last; itself when it is under nothing. */
  async rootOf(_opinionId: string): Promise<SubmissionRef> {
    throw new Error('not written yet');
  }

  /** The same for several at once, by opinion. */
  async rootsOf(_opinionIds: readonly string[]): Promise<Map<string, SubmissionRef>> {
    throw new Error('not written yet');
  }

  /** Moves submissions and all that is under them, in the transaction under way. @throws {Problem} 409 when the table refuses one. */
  async moveAll(_moves: readonly SubmissionMove[], _action: SubmissionAction, _by: MoveBy): Promise<void> {
    throw new Error('not written yet');
  }

  /** Moves one. */
  async move(
    _ref: SubmissionRef,
    _action: SubmissionAction,
    _by: MoveBy & { facts?: Record<string, unknown> },
  ): Promise<void> {
    throw new Error('not written yet');
  }

  /** Opinions drawn from sources, those never handed in and those withdrawn included, by source. */
  async opinionsOfSources(_kind: SourceKind, _ids: readonly string[]): Promise<Map<string, OpinionOfSource[]>> {
    throw new Error('not written yet');
  }

  /** The same for one source. */
  async opinionsOfSource(_kind: SourceKind, _id: string): Promise<OpinionOfSource[]> {
    throw new Error('not written yet');
  }

  /** Ids of the sources of a kind that these opinions themselves are drawn from, each once. */
  async sourceIdsOf(_opinionIds: readonly string[], _kind: SourceKind): Promise<string[]> {
    throw new Error('not written yet');
  }

  /** As what an actor may see a submission, the nearest first; empty when it is not for this actor. */
  async viewersOf(_actor: Actor, _ref: SubmissionRef): Promise<SubmissionViewer[]> {
    throw new Error('not written yet');
  }

  /** May this actor see it? */
  async maySee(_actor: Actor, _ref: SubmissionRef): Promise<boolean> {
    throw new Error('not written yet');
  }
}
