import type { SourceKind, SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { SubmissionAccess } from './submission-access.js';
import { SubmissionContents } from './submission-contents.js';
import { SubmissionMoves } from './submission-moves.js';
import { SubmissionSummaries } from './submission-summaries.js';
import { SubmissionTree } from './submission-tree.js';
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

/** Opinions and sector voices as digests, outcomes, search and figures need them. */
@Injectable()
export class Submissions {
  constructor(
    private readonly named: SubmissionSummaries,
    private readonly contents: SubmissionContents,
    private readonly tree: SubmissionTree,
    private readonly moves: SubmissionMoves,
    private readonly access: SubmissionAccess,
  ) {}

  /** By id; unknown ones are left out. */
  summaries(refs: readonly SubmissionRef[]): Promise<Map<string, SubmissionSummary>> {
    return this.named.of(refs);
  }

  /** Accepted ones that are under nothing and on no digest, the longest waiting first. @throws {Problem} 422 for a broken cursor. */
  candidates(query: CandidatesQuery): Promise<Page<SubmissionSummary>> {
    return this.named.candidates(query);
  }

  /** What they say and who is credited, by id; unknown ones are left out. */
  texts(refs: readonly SubmissionRef[]): Promise<Map<string, SubmissionText>> {
    return this.contents.texts(refs);
  }

  /** Everyone and everything behind one. */
  async behind(ref: SubmissionRef): Promise<Behind> {
    return (await this.contents.behind([ref])).get(ref.id) ?? { opinions: [], contributors: [], convener: null };
  }

  /** The same for several at once, by id. */
  behindAll(refs: readonly SubmissionRef[]): Promise<Map<string, Behind>> {
    return this.contents.behind(refs);
  }

  /** What an opinion is under at last; itself when it is under nothing. @throws {Problem} 404. */
  rootOf(opinionId: string): Promise<SubmissionRef> {
    return this.tree.rootOf(opinionId);
  }

  /** The same for several at once, by opinion; unknown ones are left out. */
  rootsOf(opinionIds: readonly string[]): Promise<Map<string, SubmissionRef>> {
    return this.tree.rootsOf(opinionIds);
  }

  /** Moves submissions and all that is under them, as {@link SubmissionMoves.moveAll}. */
  moveAll(moves: readonly SubmissionMove[], action: SubmissionAction, by: MoveBy): Promise<void> {
    return this.moves.moveAll(moves, action, by);
  }

  /** Moves one. */
  move(ref: SubmissionRef, action: SubmissionAction, by: MoveBy & Pick<SubmissionMove, 'facts'>): Promise<void> {
    return this.moves.moveAll([{ ref, facts: by.facts }], action, by);
  }

  /** Says that the digest they are on was submitted to the leaders or taken back, as {@link SubmissionMoves.report}. */
  report(refs: readonly SubmissionRef[], reported: boolean, by: MoveBy): Promise<void> {
    return this.moves.report(refs, reported, by);
  }

  /** Opinions drawn from sources, in any state, by source. */
  opinionsOfSources(kind: SourceKind, ids: readonly string[]): Promise<Map<string, OpinionOfSource[]>> {
    return this.contents.opinionsOfSources(kind, ids);
  }

  /** The same for one source. */
  async opinionsOfSource(kind: SourceKind, id: string): Promise<OpinionOfSource[]> {
    return (await this.contents.opinionsOfSources(kind, [id])).get(id) ?? [];
  }

  /** Ids of the sources of a kind that opinions themselves are drawn from, each once. */
  sourceIdsOf(opinionIds: readonly string[], kind: SourceKind): Promise<string[]> {
    return this.contents.sourceIdsOf(opinionIds, kind);
  }

  /** As what an actor may see a submission; empty when it is not for this actor. */
  viewersOf(actor: Actor, ref: SubmissionRef): Promise<SubmissionViewer[]> {
    return this.access.viewersOf(actor, ref);
  }

  /** May this actor see it? */
  async maySee(actor: Actor, ref: SubmissionRef): Promise<boolean> {
    return (await this.viewersOf(actor, ref)).length > 0;
  }
}
