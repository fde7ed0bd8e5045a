import {
  OPINION_STATE_LABELS,
  type OpinionDesk,
  type OpinionKind,
  type OpinionState,
  type OpinionTheme,
  type SubmissionKind,
  type SubmissionRef,
  VOICE_STATE_LABELS,
  type VoiceState,
} from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { MembersService } from '../directory/members.service.js';
import { Database } from '../platform/database/database.js';
import { asDate, asIso, type StoredInstant, toStored } from '../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../platform/database/keyset.js';
import { escapeLike } from '../platform/database/like.js';
import { places, SubmissionTree } from './submission-tree.js';
import type { CandidatesQuery, SubmissionSummary } from './submissions.types.js';

interface Row {
  readonly kind: SubmissionKind;
  readonly id: string;
  readonly reference: string | null;
  readonly opinionKind: OpinionKind | null;
  readonly title: string;
  readonly theme: OpinionTheme | null;
  readonly state: string;
  readonly sectorId: string;
  readonly desk: OpinionDesk;
  readonly deskUnitId: string | null;
  readonly submittedAt: StoredInstant | null;
  readonly acceptedAt: StoredInstant | null;
}

const SHARED = 'id, reference, title, theme, state, sectorId, submittedAt, acceptedAt';
/** What each table gives of a row. A voice is handed in at the office. */
const SELECT: Record<SubmissionKind, string> = {
  opinion: `SELECT ${SHARED}, 'opinion' AS kind, kind AS opinionKind, desk, deskUnitId FROM opinions`,
  sector_voice: `SELECT ${SHARED}, 'sector_voice' AS kind, NULL AS opinionKind, 'office' AS desk, NULL AS deskUnitId
    FROM sector_voices`,
};

/** Opinions and sector voices as lists name them, a few statements however many. */
@Injectable()
export class SubmissionSummaries {
  constructor(
    private readonly database: Database,
    private readonly tree: SubmissionTree,
    private readonly members: MembersService,
    private readonly units: DirectoryUnitsService,
  ) {}

  /** By id; unknown ones are left out. */
  async of(refs: readonly SubmissionRef[]): Promise<Map<string, SubmissionSummary>> {
    const summaries = await this.toSummaries(await this.rowsOf(refs));
    return new Map(summaries.map((summary) => [summary.id, summary]));
  }

  /** Only their numbers, by id; null for one that has none yet. */
  async referencesOf(refs: readonly SubmissionRef[]): Promise<Map<string, string | null>> {
    return new Map((await this.rowsOf(refs)).map(({ id, reference }) => [id, reference]));
  }

  /** Accepted ones that are under nothing and on no digest, the longest waiting first. @throws {Problem} 422 for a broken cursor. */
  async candidates({ kind, theme, sectorId, query, cursor, limit }: CandidatesQuery): Promise<Page<SubmissionSummary>> {
    const conditions = ["state = 'accepted'"];
    const values: unknown[] = [];
    const add = (condition: string, ...given: unknown[]) => {
      conditions.push(condition);
      values.push(...given);
    };
    if (theme) add('theme = ?', theme);
    if (sectorId) add('sectorId = ?', sectorId);
    if (query) {
      const like = `%${escapeLike(query)}%`;
      add("(title LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!')", like, like);
    }
    const place = decodeCursor(cursor);
    if (place) add('(acceptedAt > ? OR (acceptedAt = ? AND id > ?))', place.sort, place.sort, place.id);
    const end = `ORDER BY acceptedAt, id LIMIT ${limit + 1}`;
    const where = conditions.join(' AND ');
    const rows: Row[] = [];
    if (kind !== 'sector_voice') {
      const ofKind = kind ? ' AND kind = ?' : '';
      rows.push(
        ...(await this.query(`${SELECT.opinion} WHERE ${where}${ofKind} ${end}`, [...values, ...(kind ? [kind] : [])])),
      );
    }
    if (!kind || kind === 'sector_voice')
      rows.push(...(await this.query(`${SELECT.sector_voice} WHERE ${where} ${end}`, values)));
    const sortOf = ({ acceptedAt }: Row) => (acceptedAt === null ? '' : toStored(asDate(acceptedAt)));
    const keyOf = (row: Row) => `${sortOf(row)} ${row.id}`;
    const inOrder = rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const shown = new Map((await this.toSummaries(inOrder.slice(0, limit))).map((summary) => [summary.id, summary]));
    return toPage(
      inOrder,
      limit,
      (row) => ({ sort: sortOf(row), id: row.id }),
      ({ id }) => shown.get(id) as SubmissionSummary,
    );
  }

  private async rowsOf(refs: readonly SubmissionRef[]): Promise<Row[]> {
    const rows: Row[] = [];
    for (const kind of ['opinion', 'sector_voice'] as const) {
      const ids = [...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id))];
      if (ids.length > 0) rows.push(...(await this.query(`${SELECT[kind]} WHERE id IN (${places(ids)})`, ids)));
    }
    return rows;
  }

  private query(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.read.query<Row[]>(sql, [...values]);
  }

  private async toSummaries(rows: readonly Row[]): Promise<SubmissionSummary[]> {
    if (rows.length === 0) return [];
    const trees = await this.tree.opinionsOf(rows);
    const all = [...new Set([...trees.values()].flatMap((opinions) => opinions.map(({ id }) => id)))];
    const sources = await this.sourceCounts(all);
    const signers = await this.signers(all);
    const memberIds = [...trees.values()].flat().map(({ authorMemberId }) => authorMemberId);
    const entries = await this.members.entriesOf([...new Set([...memberIds, ...[...signers.values()].flat()])]);
    const nameOf = new Map(entries.map(({ id, name }) => [id, name]));
    const sectorNames = await this.units.namesOf([...new Set(rows.map(({ sectorId }) => sectorId))]);
    return rows.map((row) => {
      const opinions = trees.get(row.id) ?? [];
      const signed = row.kind === 'opinion' ? opinions.slice(0, 1) : opinions;
      const authors = signed.flatMap(({ id, authorMemberId }) => [authorMemberId, ...(signers.get(id) ?? [])]);
      return {
        ...row,
        theme: row.theme ?? 'other',
        ...stateOf(row),
        sectorName: sectorNames.get(row.sectorId) ?? '',
        authorNames: [...new Set(authors)].map((id) => nameOf.get(id) ?? ''),
        submittedAt: asIso(row.submittedAt),
        acceptedAt: asIso(row.acceptedAt),
        sourceCount: opinions.reduce((sum, { id }) => sum + (sources.get(id) ?? 0), 0),
        mergedCount: opinions.length - (row.kind === 'opinion' ? 1 : 0),
      };
    });
  }

  private async sourceCounts(opinionIds: readonly string[]): Promise<Map<string, number>> {
    if (opinionIds.length === 0) return new Map();
    const rows = await this.database.read.query<{ opinionId: string; count: number | string }[]>(
      `SELECT opinionId, COUNT(*) AS count FROM opinion_sources WHERE opinionId IN (${places(opinionIds)}) GROUP BY opinionId`,
      [...opinionIds],
    );
    return new Map(rows.map(({ opinionId, count }) => [opinionId, Number(count)]));
  }

  /** Who has signed each opinion, besides its author. */
  private async signers(opinionIds: readonly string[]): Promise<Map<string, string[]>> {
    const signers = new Map<string, string[]>();
    if (opinionIds.length === 0) return signers;
    const rows = await this.database.read.query<{ opinionId: string; memberId: string }[]>(
      `SELECT opinionId, memberId FROM opinion_cosigners WHERE state = 'confirmed' AND opinionId IN (${places(opinionIds)})
       ORDER BY invitedAt, memberId`,
      [...opinionIds],
    );
    for (const { opinionId, memberId } of rows) signers.set(opinionId, [...(signers.get(opinionId) ?? []), memberId]);
    return signers;
  }
}

function stateOf({ kind, state }: Row): Pick<SubmissionSummary, 'state' | 'stateLabel'> {
  if (kind === 'opinion')
    return { state: state as OpinionState, stateLabel: OPINION_STATE_LABELS[state as OpinionState] };
  return { state: state as VoiceState, stateLabel: VOICE_STATE_LABELS[state as VoiceState] };
}
