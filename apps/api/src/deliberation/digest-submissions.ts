import { OPINION_KIND_LABELS, OPINION_THEME_LABELS, type SubmissionRef } from '@lianxin/shared';
import type { SubmissionSummary } from '../opinions/submissions.types.js';
import type { DigestItem } from './digest-item.entity.js';
import type { DigestSubmission } from './digest-items.views.js';

/** What an item stands for. */
export function refOf(item: Pick<DigestItem, 'submissionKind' | 'submissionId'>): SubmissionRef {
  return { kind: item.submissionKind, id: item.submissionId };
}

/** 社情民意信息, 提案 … or 界别集体声音. */
function kindLabelOf({ opinionKind }: Pick<SubmissionSummary, 'opinionKind'>): string {
  return opinionKind === null ? '界别集体声音' : OPINION_KIND_LABELS[opinionKind];
}

/** A submission as digests show it. */
export function digestSubmission(summary: SubmissionSummary): DigestSubmission {
  return {
    kind: summary.kind,
    id: summary.id,
    reference: summary.reference,
    opinionKind: summary.opinionKind,
    kindLabel: kindLabelOf(summary),
    title: summary.title,
    theme: summary.theme,
    themeLabel: summary.theme ? OPINION_THEME_LABELS[summary.theme] : '',
    authorNames: [...summary.authorNames],
    sectorId: summary.sectorId,
    sectorName: summary.sectorName,
    acceptedAt: summary.acceptedAt,
    sourceCount: summary.sourceCount,
    mergedCount: summary.mergedCount,
  };
}

/**
 * The desk that an item belongs to: a sector's voice to its activity group, whoever accepted it, so that the convener who sent it sees
 * what becomes of it.
 */
export function deskOf(summary: SubmissionSummary): Pick<DigestItem, 'desk' | 'deskUnitId'> {
  return summary.kind === 'sector_voice'
    ? { desk: 'sector_group', deskUnitId: summary.sectorId }
    : { desk: summary.desk, deskUnitId: summary.deskUnitId };
}
