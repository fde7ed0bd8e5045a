/** What full-text search finds. The place in this list is what the index's tables hold: add at the end, never take out. */
export const TEXT_KINDS = ['letter', 'opinion', 'sector_voice', 'digest'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Chinese words for {@link TextKind}. */
export const TEXT_KIND_LABELS: Record<TextKind, string> = {
  letter: '来信',
  opinion: '意见建议',
  sector_voice: '界别集体声音',
  digest: '汇总报送',
};

/** As what somebody finds a text: that decides which page it opens on. */
export const FOUND_AS = ['writer', 'addressee', 'author', 'desk', 'leader'] as const;
export type FoundAs = (typeof FOUND_AS)[number];
