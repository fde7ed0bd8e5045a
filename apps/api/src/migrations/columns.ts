import type { TableColumnOptions } from 'typeorm';

/** Short forms for the column types that SQLite and MySQL both take (decision 0004). */
type More = Partial<TableColumnOptions>;

/** A UUIDv7 as text. */
export const id = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: '36',
  ...more,
});
/** Text up to a length in characters. */
export const text = (name: string, length: number, more: More = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  ...more,
});
/** Text of any length. */
export const longText = (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'text', ...more });
/** An instant in UTC, to the millisecond. */
export const instant = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'datetime',
  precision: 3,
  ...more,
});
/** A whole number. */
export const whole = (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'int', ...more });
/** Yes or no. */
export const flag = (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'boolean', ...more });
