/** Kinds of things that carry a number people can read out on the telephone. */
export const REFERENCE_LABELS = { letter: '来信' } as const;
export type ReferenceKind = keyof typeof REFERENCE_LABELS;

/** The number that people see, for example `来信 2026-000123`; numbering starts anew each calendar year. */
export function formatReferenceNumber(kind: ReferenceKind, year: number, sequence: number): string {
  return `${REFERENCE_LABELS[kind]} ${year}-${String(sequence).padStart(6, '0')}`;
}
