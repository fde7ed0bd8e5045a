import { toChinaIso } from '@lianxin/shared';

/** An instant as a plain row holds it: a Date from MySQL, `YYYY-MM-DD HH:MM:SS.mmm` in UTC from SQLite. */
export type StoredInstant = Date | string;

/** The instant of a plain row as a Date. */
export function asDate(stored: StoredInstant): Date {
  return stored instanceof Date ? stored : new Date(`${stored.replace(' ', 'T')}Z`);
}

/** The instant of a plain row as the API gives it: ISO 8601 with the offset of Asia/Shanghai. */
export function asIso(stored: StoredInstant): string;
export function asIso(stored: StoredInstant | null): string | null;
export function asIso(stored: StoredInstant | null): string | null {
  return stored === null ? null : toChinaIso(asDate(stored));
}

/** A Date as SQLite stores it, for plain SQL parameters that must work on both databases. */
export function toStored(instant: Date): string {
  return instant.toISOString().slice(0, 23).replace('T', ' ');
}
