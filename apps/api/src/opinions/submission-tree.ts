import type { OpinionKind, OpinionState, SubmissionKind, SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/problems/problem.js';

/** An opinion in a tree of merged ones. */
export interface TreeOpinion {
  readonly id: string;
  readonly reference: string | null;
  readonly title: string;
  readonly kind: OpinionKind;
  readonly state: OpinionState;
  readonly authorMemberId: string;
  readonly authorAccountId: string;
  readonly mergedIntoKind: SubmissionKind | null;
  readonly mergedIntoId: string | null;
}

const COLUMNS = 'id, reference, title, kind, state, authorMemberId, authorAccountId, mergedIntoKind, mergedIntoId';

/** `?` as often as there are values. */
export function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** What is under what: opinions merged under others or under sector voices, read level by level for many at once. */
@Injectable()
export class SubmissionTree {
  constructor(private readonly database: Database) {}

  /**
   * The opinions of submissions: itself first when it is one, then those under it from the top down, by submission.
   * @param lock holds them all until the transaction under way ends.
   */
  async opinionsOf(refs: readonly SubmissionRef[], lock = false): Promise<Map<string, TreeOpinion[]>> {
    const byId = new Map<string, TreeOpinion>();
    const under = new Map<string, TreeOpinion[]>();
    const own = refs.filter(({ kind }) => kind === 'opinion').map(({ id }) => id);
    for (const opinion of await this.rows('id', own, lock)) byId.set(opinion.id, opinion);
    for (let above = refs.map(({ id }) => id); above.length > 0; ) {
      const rows = await this.rows('mergedIntoId', above, lock);
      for (const id of above) under.set(id, []);
      for (const opinion of rows) under.get(opinion.mergedIntoId ?? '')?.push(opinion);
      above = rows.map(({ id }) => id).filter((id) => !under.has(id));
    }
    return new Map(
      refs.map(({ id }) => {
        const top = byId.get(id);
        const opinions = top ? [top] : [...(under.get(id) ?? [])];
        // Grows while it is walked: those under each are put at its end.
        for (const opinion of opinions) opinions.push(...(under.get(opinion.id) ?? []));
        return [id, opinions];
      }),
    );
  }

  /** What opinions are under at last, by opinion; itself for one under nothing. Unknown ones are left out. */
  async rootsOf(opinionIds: readonly string[]): Promise<Map<string, SubmissionRef>> {
    const parents = new Map<string, SubmissionRef | null>();
    for (let asked = [...new Set(opinionIds)]; asked.length > 0; ) {
      const rows = await this.rows('id', asked, false);
      for (const { id, mergedIntoKind: kind, mergedIntoId } of rows) {
        parents.set(id, kind && mergedIntoId ? { kind, id: mergedIntoId } : null);
      }
      const above = rows.flatMap((row) => (row.mergedIntoKind === 'opinion' ? (row.mergedIntoId ?? []) : []));
      asked = [...new Set(above)].filter((id) => !parents.has(id));
    }
    const roots = new Map<string, SubmissionRef>();
    for (const id of opinionIds) {
      if (!parents.has(id)) continue;
      let top: SubmissionRef = { kind: 'opinion', id };
      for (let above = parents.get(id); above; above = above.kind === 'opinion' ? parents.get(above.id) : null)
        top = above;
      roots.set(id, top);
    }
    return roots;
  }

  /** What one opinion is under at last. @throws {Problem} 404. */
  async rootOf(opinionId: string): Promise<SubmissionRef> {
    const root = (await this.rootsOf([opinionId])).get(opinionId);
    if (!root) throw notFound('这条意见建议');
    return root;
  }

  private async rows(column: 'id' | 'mergedIntoId', ids: readonly string[], lock: boolean): Promise<TreeOpinion[]> {
    if (ids.length === 0) return [];
    return this.database.read.query<TreeOpinion[]>(
      `SELECT ${COLUMNS} FROM opinions WHERE ${column} IN (${places(ids)}) ORDER BY id
       ${lock && !this.database.isSqlite ? 'FOR UPDATE' : ''}`,
      [...ids],
    );
  }
}
