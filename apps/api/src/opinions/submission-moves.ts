import {
  nextOpinionState,
  nextVoiceState,
  OPINION_TRANSITIONS,
  type OpinionState,
  type SubmissionKind,
  type SubmissionRef,
  VOICE_TRANSITIONS,
  type VoiceState,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { toStored } from '../platform/database/instants.js';
import { Journey, type JourneyStep } from '../platform/journey/journey.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { actionNotAllowed } from '../platform/problems/problem.js';
import { places, SubmissionTree } from './submission-tree.js';
import type { MoveBy, SubmissionAction, SubmissionMove } from './submissions.types.js';

/** Outbox topic of submissions whose place in the search has changed. Handled by `submission-reindexing.ts`. */
export const SUBMISSIONS_MOVED = 'submissions.moved';

/** Payload of {@link SUBMISSIONS_MOVED}. */
export interface SubmissionsMoved {
  readonly refs: readonly SubmissionRef[];
}

/** What each action is called in the journey, and which instant it sets. */
const STEPS: Record<SubmissionAction, { readonly past: string; readonly column: string | null }> = {
  list: { past: 'listed', column: null },
  unlist: { past: 'unlisted', column: null },
  decide: { past: 'decided', column: 'decidedAt' },
  feed_back: { past: 'fed_back', column: 'fedBackAt' },
  relay: { past: 'relayed', column: 'relayedAt' },
};
const TABLES: Record<SubmissionKind, string> = { opinion: 'opinions', sector_voice: 'sector_voices' };
const PREFIXES: Record<SubmissionKind, string> = { opinion: 'opinion', sector_voice: 'voice' };

/** A submission to be moved, with its state before. */
interface Moving {
  readonly ref: SubmissionRef;
  readonly state: string;
  readonly facts: Record<string, unknown>;
  /** It shares the fate of what it is under. */
  readonly under: boolean;
}

/**
 * Moves submissions along by the product itself, as digests, decisions, feedback and relays go on, with all that is under them: a few
 * statements whatever their number.
 */
@Injectable()
export class SubmissionMoves {
  constructor(
    private readonly database: Database,
    private readonly tree: SubmissionTree,
    private readonly journey: Journey,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Moves them, in the transaction under way. What has come that far already is left as it is when `relay` asks for it again.
   * @throws {Problem} 409 naming in `refs` those that cannot be moved so from where they are.
   */
  async moveAll(moves: readonly SubmissionMove[], action: SubmissionAction, by: MoveBy): Promise<void> {
    if (moves.length === 0) return;
    await this.database.write(async (manager) => {
      const states = await this.hold(manager, moves);
      const refused = moves.map(({ ref }) => ref).filter(({ kind, id }) => !opens(kind, states.get(id), action));
      if (refused.length > 0) {
        const detail = '其中有意见建议刚刚有了新进展，现在不能这样操作，请刷新后再试。';
        throw actionNotAllowed(detail, { refs: refused });
      }
      const trees = await this.tree.opinionsOf(
        moves.map(({ ref }) => ref),
        true,
      );
      const moving = moves.flatMap(({ ref, facts = {} }): Moving[] => [
        { ref, state: states.get(ref.id) ?? '', facts, under: false },
        ...(trees.get(ref.id) ?? [])
          .filter(({ id }) => id !== ref.id)
          .map(({ id, state }) => ({ ref: { kind: 'opinion' as const, id }, state, facts, under: true })),
      ]);
      const moved = [...new Map(moving.map((one) => [one.ref.id, one])).values()].filter((one) =>
        goesAlong(one, action),
      );
      await this.write(manager, moved, action, by.at);
      await this.journey.appendAll(moved.map((one) => stepOf(one, action, by)));
      await this.outbox.emit(SUBMISSIONS_MOVED, { refs: moved.map(({ ref }) => ref) } satisfies SubmissionsMoved);
    });
  }

  /**
   * Says that the digest which listed submissions are on has been submitted to the leaders, who read them from then on, or has been taken
   * back from them. In the transaction under way.
   */
  async report(refs: readonly SubmissionRef[], reported: boolean, { at, accountId }: MoveBy): Promise<void> {
    if (refs.length === 0) return;
    await this.database.write(async (manager) => {
      const trees = await this.tree.opinionsOf(refs, true);
      const under = [...trees.values()].flat().map(({ id }): SubmissionRef => ({ kind: 'opinion', id }));
      const all = [...new Map([...refs, ...under].map((ref) => [ref.id, ref])).values()];
      for (const kind of ['opinion', 'sector_voice'] as const) {
        const ids = all.filter((ref) => ref.kind === kind).map(({ id }) => id);
        if (ids.length === 0) continue;
        await manager.query(
          `UPDATE ${TABLES[kind]} SET listedAt = ?, updatedAt = ?, version = version + 1 WHERE id IN (${places(ids)})`,
          [reported ? toStored(at) : null, toStored(at), ...ids],
        );
      }
      const past = reported ? 'reported' : 'report_recalled';
      await this.journey.appendAll(
        all.map(({ kind, id }) => ({
          subjectKind: kind,
          subjectId: id,
          type: `${PREFIXES[kind]}_${past}`,
          party: 'system',
          accountId,
          at,
        })),
      );
      await this.outbox.emit(SUBMISSIONS_MOVED, { refs: all } satisfies SubmissionsMoved);
    });
  }

  private async hold(manager: EntityManager, moves: readonly SubmissionMove[]): Promise<Map<string, string>> {
    const states = new Map<string, string>();
    for (const kind of ['opinion', 'sector_voice'] as const) {
      const ids = moves.filter(({ ref }) => ref.kind === kind).map(({ ref }) => ref.id);
      if (ids.length === 0) continue;
      const rows = await manager.query<{ id: string; state: string }[]>(
        `SELECT id, state FROM ${TABLES[kind]} WHERE id IN (${places(ids)}) ORDER BY id
         ${this.database.isSqlite ? '' : 'FOR UPDATE'}`,
        ids,
      );
      for (const { id, state } of rows) states.set(id, state);
    }
    return states;
  }

  private async write(
    manager: EntityManager,
    moved: readonly Moving[],
    action: SubmissionAction,
    at: Date,
  ): Promise<void> {
    const groups = new Map<string, { kind: SubmissionKind; state: string; ids: string[] }>();
    for (const { ref, state, under } of moved) {
      const next = nextState(ref.kind, state, action, under);
      const group = groups.get(`${ref.kind}:${next}`) ?? { kind: ref.kind, state: next, ids: [] };
      group.ids.push(ref.id);
      groups.set(`${ref.kind}:${next}`, group);
    }
    const { column } = STEPS[action];
    for (const { kind, state, ids } of groups.values()) {
      await manager.query(
        `UPDATE ${TABLES[kind]} SET state = ?, ${column ? `${column} = ?, ` : ''}updatedAt = ?, version = version + 1
         WHERE id IN (${places(ids)})`,
        [state, ...(column ? [toStored(at)] : []), toStored(at), ...ids],
      );
    }
  }
}

function allows(kind: SubmissionKind, state: string, action: SubmissionAction): boolean {
  const { from } = (kind === 'opinion' ? OPINION_TRANSITIONS : VOICE_TRANSITIONS)[action];
  return (from as readonly string[]).includes(state);
}

/** May a submission itself be moved so? One that is merged is decided only with what it is under. */
function opens(kind: SubmissionKind, state: string | undefined, action: SubmissionAction): boolean {
  if (state === undefined || state === 'merged') return false;
  return allows(kind, state, action) || (action === 'relay' && state === 'relayed');
}

/** Does one move along? What is under a listed one stays merged and only learns of it; what has been relayed already has been. */
function goesAlong({ ref, state, under }: Moving, action: SubmissionAction): boolean {
  if (under && (action === 'list' || action === 'unlist')) return state === 'merged';
  return allows(ref.kind, state, action);
}

function nextState(kind: SubmissionKind, state: string, action: SubmissionAction, under: boolean): string {
  if (under && (action === 'list' || action === 'unlist')) return state;
  return kind === 'opinion'
    ? nextOpinionState(state as OpinionState, action, 'system')
    : nextVoiceState(state as VoiceState, action, 'system');
}

function stepOf({ ref, facts }: Moving, action: SubmissionAction, { at, accountId }: MoveBy): JourneyStep {
  return {
    subjectKind: ref.kind,
    subjectId: ref.id,
    type: `${PREFIXES[ref.kind]}_${STEPS[action].past}`,
    party: 'system',
    accountId,
    facts,
    at,
  };
}
