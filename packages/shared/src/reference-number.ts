/** Kinds of things that carry a number people can read out on the telephone, and how many digits it has at least. */
const REFERENCES = {
  letter: { label: '来信', digits: 6 },
  information: { label: '社情民意', digits: 4 },
  proposal: { label: '提案', digits: 4 },
  speech: { label: '大会发言', digits: 4 },
  topic: { label: '选题建议', digits: 4 },
  work_advice: { label: '工作意见', digits: 4 },
  sector_voice: { label: '界别声音', digits: 4 },
  digest: { label: '汇总', digits: 3 },
} as const;
export type ReferenceKind = keyof typeof REFERENCES;

/** The number that people see, for example `来信 2026-000123` or `社情民意 2026-0042`; numbering starts anew each calendar year. */
export function formatReferenceNumber(kind: ReferenceKind, year: number, sequence: number): string {
  const { label, digits } = REFERENCES[kind];
  return `${label} ${year}-${String(sequence).padStart(digits, '0')}`;
}
