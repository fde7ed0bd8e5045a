import type { UseQueryResult } from '@tanstack/react-query';
import type { KeptField, KeptValues } from './kept';

/** A list that people keep in order themselves: what it holds and how it is changed. Screens show it as cards or as a table. */
export interface KeptList<T, V extends KeptValues> {
  /** What one of them is called, for example `渠道`. */
  readonly noun: string;
  readonly query: UseQueryResult<readonly T[]>;
  readonly fields: readonly KeptField<V>[];
  readonly empty: V;
  readonly keyOf: (item: T) => string;
  readonly titleOf: (item: T) => string;
  /** What else to say of it in the list. */
  readonly linesOf: (item: T) => readonly string[];
  /** A short word on its standing, for example `已停用`. */
  readonly markOf?: (item: T) => string | undefined;
  readonly valuesOf: (item: T) => V;
  readonly mayChange?: (item: T) => boolean;
  readonly create: (values: V, idempotencyKey: string) => Promise<unknown>;
  readonly change: (item: T, values: V) => Promise<unknown>;
  readonly remove?: (item: T) => Promise<unknown>;
  /** What to read where there is none yet. */
  readonly emptyText: string;
}
