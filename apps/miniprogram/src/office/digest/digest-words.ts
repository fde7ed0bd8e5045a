import type { DigestItem, DigestSummary } from '@/api/types';
import { formatDate } from '@/format/dates';

type Credits = DigestItem['credits'];

/** Who stands behind a submission: `李示范（教育界）、王示范；联名：张示范`. A sector is said once for those in a row who share it. */
export function creditsInWords(credits: Credits): string {
  const namesOf = (role: Credits[number]['role']) =>
    credits
      .filter((credit) => credit.role === role)
      .map((credit, index, all) =>
        all[index + 1]?.sectorName === credit.sectorName ? credit.name : `${credit.name}（${credit.sectorName}）`,
      )
      .join('、');
  return [
    namesOf('author'),
    namesOf('cosigner') && `联名：${namesOf('cosigner')}`,
    namesOf('contributor') && `参与：${namesOf('contributor')}`,
  ]
    .filter(Boolean)
    .join('；');
}

/** When and for what: `11月28日 · 第十届主席会议第 12 次会议`. */
export function meetingInWords(digest: Pick<DigestSummary, 'meetingDate' | 'meetingName'>): string {
  return `${formatDate(digest.meetingDate)} · ${digest.meetingName}`;
}

/** How far the meeting's decisions are: `40 件，已决定 12 件，待签发 3 件`. */
export function progressInWords(
  digest: Pick<DigestSummary, 'itemCount' | 'decidedCount' | 'unsignedCount' | 'state'>,
): string {
  const parts = [`${digest.itemCount} 件`];
  if (digest.state !== 'draft' && digest.decidedCount < digest.itemCount)
    parts.push(`已决定 ${digest.decidedCount} 件`);
  if (digest.unsignedCount > 0) parts.push(`待签发 ${digest.unsignedCount} 件`);
  return parts.join('，');
}
