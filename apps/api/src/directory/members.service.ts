import { Injectable } from '@nestjs/common';
import { PhotosService } from '../photos/photos.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { decodeCursor, type Page, toPage } from '../platform/database/keyset.js';
import { escapeLike } from '../platform/database/like.js';
import { notFound, versionConflict } from '../platform/problems/problem.js';
import { UNIT_KINDS } from './directory-units.dto.js';
import { DirectoryUnitsService } from './directory-units.service.js';
import { Member } from './member.entity.js';
import { type MemberRow, SELECT_MEMBERS, toDetail, toSummary } from './member-rows.js';
import { searchKeysOf } from './member-search-keys.js';
import type { ChangeMember, MemberDetail, MemberSummary, MembersQuery } from './members.dto.js';

/** What other features need to know of a member. */
export interface MemberEntry {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly sectorId: string;
  readonly sectorName: string;
  readonly townshipId: string | null;
  readonly townshipName: string | null;
  readonly portraitUrl: string | null;
}

/** A member's letters so far, as the mailbox counts them. `usualAnswerHours` is the median to the first answer. */
export interface MemberLetterFigures {
  readonly letters: number;
  readonly answered: number;
  readonly usualAnswerHours: number | null;
}

/** Which members among all active ones. */
export type MembersFilter = Omit<MembersQuery, 'cursor' | 'limit'> & {
  /** Only these, or all but these. */
  readonly onlyIds?: readonly string[];
  readonly exceptIds?: readonly string[];
};

const MOST_WORDS = 5;

/** Finds, shows and changes members. */
@Injectable()
export class MembersService {
  private readonly portraitUrlOf = (photoId: string) => this.photos.pathOf(photoId, 'thumbnail');

  constructor(
    private readonly database: Database,
    private readonly units: DirectoryUnitsService,
    private readonly photos: PhotosService,
    private readonly audit: Audit,
  ) {}

  /** One page of active members by pinyin. @throws {Problem} 422 for a broken cursor. */
  async list(query: MembersFilter & Pick<MembersQuery, 'cursor' | 'limit'>): Promise<Page<MemberSummary>> {
    const conditions = ['m.active = 1'];
    const parameters: unknown[] = [];
    const add = (condition: string, ...values: unknown[]) => {
      conditions.push(condition);
      parameters.push(...values);
    };
    for (const kind of UNIT_KINDS) {
      const id = query[`${kind}Id`];
      if (id) add(`m.${kind}Id = ?`, id);
    }
    for (const word of (query.query ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)) {
      const piece = escapeLike(word);
      add("(m.searchText LIKE ? ESCAPE '!' OR m.nameKeys LIKE ? ESCAPE '!')", `%${piece}%`, `%|${piece}%`);
    }
    for (const column of ['workUnit', 'field'] as const) {
      const piece = query[column];
      if (piece) add(`m.${column} LIKE ? ESCAPE '!'`, `%${escapeLike(piece)}%`);
    }
    if (query.onlyIds) add(inList('m.id', query.onlyIds), ...query.onlyIds);
    if (query.exceptIds?.length) add(`NOT ${inList('m.id', query.exceptIds)}`, ...query.exceptIds);
    const place = decodeCursor(query.cursor);
    if (place) add('(m.pinyin > ? OR (m.pinyin = ? AND m.id > ?))', place.sort, place.sort, place.id);
    const rows = await this.database.read.query<MemberRow[]>(
      `${SELECT_MEMBERS} WHERE ${conditions.join(' AND ')} ORDER BY m.pinyin, m.id LIMIT ${query.limit + 1}`,
      parameters,
    );
    return toPage(
      rows,
      query.limit,
      ({ pinyin, id }) => ({ sort: pinyin, id }),
      (row) => toSummary(row, this.portraitUrlOf),
    );
  }

  /** A member's page; also of one who is no longer active, because old letters link to it. @throws {Problem} 404. */
  async detail(id: string): Promise<MemberDetail> {
    const [row] = await this.database.read.query<MemberRow[]>(`${SELECT_MEMBERS} WHERE m.id = ?`, [id]);
    if (!row) throw notFound('这位委员');
    const [text] = await this.database.read.query<{ bio: string | null }[]>('SELECT bio FROM members WHERE id = ?', [
      id,
    ]);
    return toDetail(row, text?.bio ?? null, (photoId) => this.photos.pathOf(photoId, 'full'));
  }

  /** Members by id, active or not, in the order asked for. Unknown ids are left out. */
  async summariesOf(ids: readonly string[]): Promise<MemberSummary[]> {
    return this.inOrder(ids, (row) => toSummary(row, this.portraitUrlOf));
  }

  /** What other features need of members, in the order asked for. Unknown ids are left out. */
  async entriesOf(ids: readonly string[]): Promise<MemberEntry[]> {
    return this.inOrder(ids, (row) => ({
      id: row.id,
      name: row.name,
      active: Boolean(row.active),
      sectorId: row.sectorId,
      sectorName: row.sectorName,
      townshipId: row.townshipId,
      townshipName: row.townshipName,
      portraitUrl: row.portraitPhotoId === null ? null : this.portraitUrlOf(row.portraitPhotoId),
    }));
  }

  /** What other features need of one member, or null when there is none. */
  async find(id: string): Promise<MemberEntry | null> {
    return (await this.entriesOf([id]))[0] ?? null;
  }

  /** Keeps a member's figures; the mailbox counts them. Not a change that a version guards. */
  async setFigures(memberId: string, { letters, answered, usualAnswerHours }: MemberLetterFigures): Promise<void> {
    await this.database.write((manager) =>
      manager.query('UPDATE members SET letters = ?, answered = ?, usualAnswerHours = ? WHERE id = ?', [
        letters,
        answered,
        usualAnswerHours === null ? null : Math.round(usualAnswerHours),
        memberId,
      ]),
    );
  }

  /** Changes a member, on record. @throws {Problem} 404, 409 for a stale version, 422 for a unit or photo that does not fit. */
  async change(actor: Actor, id: string, { version, ...change }: ChangeMember): Promise<MemberDetail> {
    return this.database.write(async (manager) => {
      const member = await manager.findOneBy(Member, { id });
      if (!member) throw notFound('这位委员');
      for (const kind of UNIT_KINDS) {
        const unitId = change[`${kind}Id`];
        if (unitId && unitId !== member[`${kind}Id`]) await this.units.requireChoosable(kind, unitId, `${kind}Id`);
      }
      const { portraitPhotoId } = change;
      if (portraitPhotoId && portraitPhotoId !== member.portraitPhotoId) {
        await this.photos.attach(actor, [portraitPhotoId], { kind: 'member', id }, 'portraitPhotoId');
      }
      const keys = searchKeysOf({ ...member, ...change });
      const { affected } = await manager.update(Member, { id, version }, { ...change, ...keys });
      if (!affected) throw versionConflict({ ...(await this.detail(id)) });
      if (portraitPhotoId !== undefined && member.portraitPhotoId && portraitPhotoId !== member.portraitPhotoId) {
        await this.photos.release([member.portraitPhotoId]);
      }
      await this.audit.append({
        accountId: actor.accountId,
        action: 'member.change',
        subjectKind: 'member',
        subjectId: id,
        facts: { fields: Object.keys(change) },
      });
      return this.detail(id);
    });
  }

  private async inOrder<Item>(ids: readonly string[], toItem: (row: MemberRow) => Item): Promise<Item[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.read.query<MemberRow[]>(`${SELECT_MEMBERS} WHERE ${inList('m.id', ids)}`, [
      ...ids,
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [toItem(row)] : [];
    });
  }
}

function inList(column: string, values: readonly unknown[]): string {
  return values.length === 0 ? '(1 = 0)' : `(${column} IN (${values.map(() => '?').join(', ')}))`;
}
