import { type SourceKind, type SubmissionRef, VOICE_SECTIONS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { MembersService } from '../directory/members.service.js';
import { Database } from '../platform/database/database.js';
import { asDate, type StoredInstant } from '../platform/database/instants.js';
import { Opinion } from './opinion.entity.js';
import { OpinionCosigner } from './opinion-cosigner.entity.js';
import { OpinionSource } from './opinion-source.entity.js';
import { partsOf } from './opinion-texts.js';
import { places, SubmissionTree } from './submission-tree.js';
import type { Behind, Credit, MemberBehind, OpinionOfSource, SubmissionText } from './submissions.types.js';
import { SectorVoice } from './voices/sector-voice.entity.js';

type StoredOfSource = Omit<OpinionOfSource, 'submittedAt' | 'acceptedAt' | 'decidedAt' | 'fedBackAt' | 'intakeDue'> & {
  readonly sourceId: string;
} & Record<'submittedAt' | 'acceptedAt' | 'decidedAt' | 'fedBackAt' | 'intakeDue', StoredInstant | null>;

const orNull = (stored: StoredInstant | null) => (stored === null ? null : asDate(stored));

/** Who and what is behind submissions, and what they say. */
@Injectable()
export class SubmissionContents {
  constructor(
    private readonly database: Database,
    private readonly tree: SubmissionTree,
    private readonly members: MembersService,
  ) {}

  /** Everyone and everything behind submissions, by id. */
  async behind(refs: readonly SubmissionRef[]): Promise<Map<string, Behind>> {
    const trees = await this.tree.opinionsOf(refs);
    const ids = [...new Set([...trees.values()].flatMap((opinions) => opinions.map(({ id }) => id)))];
    const sources = groupBy(
      ids.length === 0
        ? []
        : await this.database.read.find(OpinionSource, { where: { opinionId: In(ids) }, order: { id: 'ASC' } }),
    );
    const cosigners = groupBy(await this.signed(ids));
    const conveners = await this.conveners(refs);
    return new Map(
      refs.map(({ kind, id: root }) => {
        const opinions = (trees.get(root) ?? []).map((opinion) => ({
          ...opinion,
          cosigners: (cosigners.get(opinion.id) ?? []).map(({ memberId, accountId }) => ({ memberId, accountId })),
          sources: (sources.get(opinion.id) ?? []).map(
            ({ id, sourceKind, sourceId, memberId, writerAccountId, shownName, quote }) => ({
              id,
              sourceKind,
              sourceId,
              memberId,
              writerAccountId,
              shownName,
              quote,
            }),
          ),
        }));
        const all = opinions.flatMap((opinion): MemberBehind[] => [
          { memberId: opinion.authorMemberId, accountId: opinion.authorAccountId },
          ...opinion.cosigners,
        ]);
        const contributors = kind === 'opinion' ? [] : [...new Map(all.map((one) => [one.memberId, one])).values()];
        return [root, { opinions, contributors, convener: conveners.get(root) ?? null }];
      }),
    );
  }

  /** What submissions say, by id; unknown ones are left out. */
  async texts(refs: readonly SubmissionRef[]): Promise<Map<string, SubmissionText>> {
    const idsOf = (kind: SubmissionRef['kind']) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
    const [opinionIds, voiceIds] = [idsOf('opinion'), idsOf('sector_voice')];
    const opinions = opinionIds.length > 0 ? await this.database.read.findBy(Opinion, { id: In(opinionIds) }) : [];
    const voices = voiceIds.length > 0 ? await this.database.read.findBy(SectorVoice, { id: In(voiceIds) }) : [];
    const credits = await this.credits(refs);
    const creditsOf = (id: string) => credits.get(id) ?? [];
    return new Map<string, SubmissionText>([
      ...opinions.map(({ id, kind, title, reference, sections }): [string, SubmissionText] => [
        id,
        { title, reference, sections: partsOf(kind, sections), credits: creditsOf(id) },
      ]),
      ...voices.map(({ id, title, reference, sections }): [string, SubmissionText] => [
        id,
        {
          title,
          reference,
          sections: VOICE_SECTIONS.map(({ key, label }) => ({ key, label, text: sections[key] ?? '' })),
          credits: creditsOf(id),
        },
      ]),
    ]);
  }

  /** Opinions drawn from sources, in any state, by source; the earliest link first. */
  async opinionsOfSources(kind: SourceKind, sourceIds: readonly string[]): Promise<Map<string, OpinionOfSource[]>> {
    const found = new Map<string, OpinionOfSource[]>();
    if (sourceIds.length === 0) return found;
    const rows = await this.database.read.query<StoredOfSource[]>(
      `SELECT s.sourceId AS sourceId, s.id AS sourceLinkId, s.quote AS quote, o.id AS id, o.kind AS kind, o.state AS state,
         o.title AS title, o.reference AS reference, o.authorMemberId AS authorMemberId, o.desk AS desk,
         o.deskUnitId AS deskUnitId, o.submittedAt AS submittedAt, o.acceptedAt AS acceptedAt, o.decidedAt AS decidedAt,
         o.fedBackAt AS fedBackAt, o.intakeDue AS intakeDue
       FROM opinion_sources s JOIN opinions o ON o.id = s.opinionId
       WHERE s.sourceKind = ? AND s.sourceId IN (${places(sourceIds)}) ORDER BY s.id`,
      [kind, ...sourceIds],
    );
    for (const { sourceId, ...row } of rows) {
      const opinion = {
        ...row,
        submittedAt: orNull(row.submittedAt),
        acceptedAt: orNull(row.acceptedAt),
        decidedAt: orNull(row.decidedAt),
        fedBackAt: orNull(row.fedBackAt),
        intakeDue: orNull(row.intakeDue),
      };
      found.set(sourceId, [...(found.get(sourceId) ?? []), opinion]);
    }
    return found;
  }

  /** Ids of the sources of a kind that opinions themselves are drawn from, each once. */
  async sourceIdsOf(opinionIds: readonly string[], kind: SourceKind): Promise<string[]> {
    if (opinionIds.length === 0) return [];
    const rows = await this.database.read.query<{ sourceId: string }[]>(
      `SELECT DISTINCT sourceId FROM opinion_sources WHERE sourceKind = ? AND opinionId IN (${places(opinionIds)})`,
      [kind, ...opinionIds],
    );
    return rows.map(({ sourceId }) => sourceId);
  }

  /** Everyone credited with submissions, by id: each member once, in the order of author, co-signers, contributors. */
  private async credits(refs: readonly SubmissionRef[]): Promise<Map<string, Credit[]>> {
    const behind = await this.behind(refs);
    const roles = new Map(
      refs.map(({ kind, id }) => {
        const credited = new Map<string, Credit['role']>();
        const add = (memberId: string, role: Credit['role']) => {
          if (!credited.has(memberId)) credited.set(memberId, role);
        };
        const opinions = behind.get(id)?.opinions ?? [];
        if (kind === 'opinion') {
          for (const { authorMemberId, cosigners } of opinions.slice(0, 1)) {
            add(authorMemberId, 'author');
            for (const { memberId } of cosigners) add(memberId, 'cosigner');
          }
        }
        for (const { authorMemberId, cosigners } of opinions) {
          add(authorMemberId, 'contributor');
          for (const { memberId } of cosigners) add(memberId, 'contributor');
        }
        return [id, credited];
      }),
    );
    const memberIds = [...roles.values()].flatMap((credited) => [...credited.keys()]);
    const entries = await this.members.entriesOf([...new Set(memberIds)]);
    const members = new Map(entries.map((entry) => [entry.id, entry]));
    return new Map(
      [...roles].map(([id, credited]) => [
        id,
        [...credited].map(([memberId, role]) => {
          const member = members.get(memberId);
          return { memberId, name: member?.name ?? '', sectorName: member?.sectorName ?? '', role };
        }),
      ]),
    );
  }

  private async signed(opinionIds: readonly string[]): Promise<OpinionCosigner[]> {
    if (opinionIds.length === 0) return [];
    return this.database.read.find(OpinionCosigner, {
      where: { opinionId: In([...opinionIds]), state: 'confirmed' },
      order: { invitedAt: 'ASC', memberId: 'ASC' },
    });
  }

  /** Who composed sector voices. */
  private async conveners(refs: readonly SubmissionRef[]): Promise<Map<string, MemberBehind>> {
    const ids = refs.filter(({ kind }) => kind === 'sector_voice').map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const rows = await this.database.read.query<{ id: string; memberId: string; accountId: string }[]>(
      `SELECT id, convenerMemberId AS memberId, convenerAccountId AS accountId FROM sector_voices WHERE id IN (${places(ids)})`,
      ids,
    );
    return new Map(rows.map(({ id, memberId, accountId }) => [id, { memberId, accountId }]));
  }
}

function groupBy<Row extends { readonly opinionId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.opinionId, [...(groups.get(row.opinionId) ?? []), row]);
  return groups;
}
