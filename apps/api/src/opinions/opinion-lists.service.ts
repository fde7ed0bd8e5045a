import { type CosignState, OPINION_STATE_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { MembersService } from '../directory/members.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asDate, asIso, type StoredInstant, toStored } from '../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../platform/database/keyset.js';
import { escapeLike } from '../platform/database/like.js';
import type { Opinion } from './opinion.entity.js';
import { opinionMember } from './opinion-views.service.js';
import { deskNameOf, nextStepOf } from './opinion-wording.js';
import type { OpinionsQuery } from './opinions.dto.js';
import type { OpinionCounts, OpinionSummary } from './opinions.views.js';
import { SubmissionSummaries } from './submission-summaries.js';

type Row = Pick<
  Opinion,
  | 'id'
  | 'kind'
  | 'reference'
  | 'title'
  | 'theme'
  | 'state'
  | 'authorMemberId'
  | 'desk'
  | 'deskUnitId'
  | 'mergedIntoKind'
  | 'mergedIntoId'
> & {
  readonly submittedAt: StoredInstant | null;
  readonly updatedAt: StoredInstant;
  readonly intakeDue: StoredInstant | null;
  readonly cosignState: CosignState | null;
  readonly pending: number | string;
  readonly sources: number | string;
};

const COLUMNS = [
  'id',
  'kind',
  'reference',
  'title',
  'theme',
  'state',
  'authorMemberId',
  'desk',
  'deskUnitId',
  'mergedIntoKind',
  'mergedIntoId',
  'submittedAt',
  'updatedAt',
  'intakeDue',
].map((column) => `o.${column} AS ${column}`);

/** The own opinions of a member as lists. */
@Injectable()
export class OpinionListsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly units: DirectoryUnitsService,
    private readonly summaries: SubmissionSummaries,
  ) {}

  /** One page of the own opinions, or of those one is asked to sign or has signed, the latest change first. */
  async list(
    actor: Actor,
    { role = 'author', state, kind, query, cursor, limit }: OpinionsQuery,
  ): Promise<Page<OpinionSummary>> {
    const author = role === 'author';
    const conditions = [
      author ? 'o.authorMemberId = ?' : "c.memberId = ? AND c.state <> 'declined' AND o.state <> 'withdrawn'",
    ];
    const values: unknown[] = [actor.memberId];
    const add = (condition: string, ...given: unknown[]) => {
      conditions.push(condition);
      values.push(...given);
    };
    if (state) add('o.state = ?', state);
    else add("o.state <> 'withdrawn'");
    if (kind) add('o.kind = ?', kind);
    if (query) {
      const like = `%${escapeLike(query)}%`;
      add("(o.title LIKE ? ESCAPE '!' OR o.reference LIKE ? ESCAPE '!')", like, like);
    }
    const place = decodeCursor(cursor);
    if (place) add('(o.updatedAt < ? OR (o.updatedAt = ? AND o.id < ?))', place.sort, place.sort, place.id);
    const rows = await this.database.read.query<Row[]>(
      `SELECT ${COLUMNS.join(', ')}, ${author ? 'NULL' : 'c.state'} AS cosignState,
         (SELECT COUNT(*) FROM opinion_cosigners w WHERE w.opinionId = o.id AND w.state = 'invited') AS pending,
         (SELECT COUNT(*) FROM opinion_sources s WHERE s.opinionId = o.id) AS sources
       FROM ${author ? 'opinions o' : 'opinion_cosigners c JOIN opinions o ON o.id = c.opinionId'}
       WHERE ${conditions.join(' AND ')} ORDER BY o.updatedAt DESC, o.id DESC LIMIT ${limit + 1}`,
      values,
    );
    const views = new Map((await this.toSummaries(rows.slice(0, limit), role)).map((view) => [view.id, view]));
    return toPage(
      rows,
      limit,
      ({ updatedAt, id }) => ({ sort: toStored(asDate(updatedAt)), id }),
      ({ id }) => views.get(id) as OpinionSummary,
    );
  }

  /** How many own opinions there are that something is to be done with. */
  async counts({ memberId }: Actor): Promise<OpinionCounts> {
    const rows = await this.database.read.query<{ state: 'draft' | 'returned' | 'invited'; count: number | string }[]>(
      `SELECT state, COUNT(*) AS count FROM opinions WHERE authorMemberId = ? AND state IN ('draft', 'returned') GROUP BY state
       UNION ALL
       SELECT 'invited' AS state, COUNT(*) AS count FROM opinion_cosigners c JOIN opinions o ON o.id = c.opinionId
       WHERE c.memberId = ? AND c.state = 'invited' AND o.state IN ('draft', 'returned')`,
      [memberId, memberId],
    );
    const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
    return {
      draft: counts.get('draft') ?? 0,
      returned: counts.get('returned') ?? 0,
      cosignInvited: counts.get('invited') ?? 0,
    };
  }

  private async toSummaries(rows: readonly Row[], role: 'author' | 'cosigner'): Promise<OpinionSummary[]> {
    const entries = await this.members.entriesOf([...new Set(rows.map(({ authorMemberId }) => authorMemberId))]);
    const members = new Map(entries.map((entry) => [entry.id, entry]));
    const units = await this.units.namesOf([...new Set(rows.flatMap(({ deskUnitId }) => deskUnitId ?? []))]);
    const parents = await this.summaries.referencesOf(
      rows.flatMap(({ mergedIntoKind: kind, mergedIntoId: id }) => (kind && id ? [{ kind, id }] : [])),
    );
    const now = this.clock.now();
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      reference: row.reference,
      title: row.title,
      theme: row.theme,
      state: row.state,
      stateLabel: OPINION_STATE_LABELS[row.state],
      role,
      author: opinionMember(members.get(row.authorMemberId), row.authorMemberId),
      cosignState: row.cosignState,
      cosignPendingCount: Number(row.pending),
      sourceCount: Number(row.sources),
      nextStep: nextStepOf(
        {
          ...row,
          intakeDue: row.intakeDue === null ? null : asDate(row.intakeDue),
          deskName: deskNameOf(row.desk, units.get(row.deskUnitId ?? '') ?? ''),
          cosignPending: Number(row.pending),
          mergedIntoReference: parents.get(row.mergedIntoId ?? '') ?? null,
        },
        [role],
        now,
      ),
      submittedAt: asIso(row.submittedAt),
      updatedAt: asIso(row.updatedAt),
    }));
  }
}
