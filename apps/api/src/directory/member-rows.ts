import { FIGURES_MINIMUM_LETTERS } from '@lianxin/shared';
import type { MemberDetail, MemberFigures, MemberSummary } from './members.dto.js';

/** A member and the names of its units as one plain row. */
export interface MemberRow {
  id: string;
  number: string;
  name: string;
  pinyin: string;
  workUnit: string;
  post: string;
  field: string;
  term: string;
  portraitPhotoId: string | null;
  active: number | boolean;
  letters: number;
  answered: number;
  usualAnswerHours: number | null;
  version: number;
  sectorId: string;
  sectorName: string;
  committeeId: string | null;
  committeeName: string | null;
  townshipId: string | null;
  townshipName: string | null;
}

/** One statement for members with the names of their units. Append conditions on `m`. */
export const SELECT_MEMBERS = `SELECT m.id, m.number, m.name, m.pinyin, m.workUnit, m.post, m.field, m.term,
 m.portraitPhotoId, m.active, m.letters, m.answered, m.usualAnswerHours, m.version,
 m.sectorId, s.name AS sectorName, m.committeeId, c.name AS committeeName, m.townshipId, t.name AS townshipName
 FROM members m
 JOIN directory_units s ON s.id = m.sectorId
 LEFT JOIN directory_units c ON c.id = m.committeeId
 LEFT JOIN directory_units t ON t.id = m.townshipId`;

function figuresOf({ letters, answered, usualAnswerHours }: MemberRow): MemberFigures {
  const enough = letters >= FIGURES_MINIMUM_LETTERS;
  return {
    letters,
    answerRate: enough ? Math.round((answered / letters) * 100) / 100 : null,
    usualAnswerHours: enough ? usualAnswerHours : null,
  };
}

/** A row as a list shows it. @param portraitUrlOf the signed address of a portrait. */
export function toSummary(row: MemberRow, portraitUrlOf: (photoId: string) => string): MemberSummary {
  return {
    id: row.id,
    name: row.name,
    portraitUrl: row.portraitPhotoId === null ? null : portraitUrlOf(row.portraitPhotoId),
    workUnit: row.workUnit,
    post: row.post,
    field: row.field,
    sector: { id: row.sectorId, name: row.sectorName },
    committee: row.committeeId === null ? null : { id: row.committeeId, name: row.committeeName ?? '' },
    township: row.townshipId === null ? null : { id: row.townshipId, name: row.townshipName ?? '' },
    figures: figuresOf(row),
    acceptsLetters: Boolean(row.active),
  };
}

/** A row as the member's page shows it; lists leave the long `bio` in the table. */
export function toDetail(row: MemberRow, bio: string | null, portraitUrlOf: (photoId: string) => string): MemberDetail {
  const { number, term, version } = row;
  return { ...toSummary(row, portraitUrlOf), number, bio, term, version };
}
