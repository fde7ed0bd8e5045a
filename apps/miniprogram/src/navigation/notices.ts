import type { Notice } from '@/api/types';
import { pageUrl } from './index';
import { letterUrl } from './letters';
import { feedbackUrl, opinionUrl, relayUrl, voiceUrl } from './member';

type Subject = NonNullable<Notice['aboutKind']>;
type Linked = Pick<Notice, 'letterId' | 'aboutKind' | 'aboutId' | 'as'>;

/** Pages of those who wrote or tell something. The others have none of their own. */
const OWN_PAGES: Partial<Record<Subject, (id: string) => string>> = {
  opinion: opinionUrl,
  sector_voice: voiceUrl,
  feedback: feedbackUrl,
  relay: relayUrl,
};

/** Pages of desks. Boards have no page for one item, and open as a whole. */
const DESK_PAGES: Record<Subject, (id: string) => string> = {
  opinion: (id) => pageUrl('/office/opinion/index', { id }),
  sector_voice: (id) => pageUrl('/office/voice/index', { id }),
  digest: (id) => pageUrl('/office/digest/index', { id }),
  feedback: () => pageUrl('/office/feedback/index'),
  relay: () => pageUrl('/office/feedback/index', { side: 'relays' }),
  follow_up: () => pageUrl('/office/followups/index'),
};

function letterNoticeUrl({ letterId, as }: Pick<Linked, 'letterId' | 'as'>): string | undefined {
  if (!letterId) return as === 'office' ? '/office/desk/index' : undefined;
  if (as === 'office') return pageUrl('/office/letter/index', { id: letterId });
  return as === 'addressee' ? pageUrl('/member/letter/index', { id: letterId }) : letterUrl(letterId);
}

/** Where a notice leads: to what it is about, as the reader of the notice sees it; without that to the desk, or nowhere. */
export function noticeUrl(notice: Linked): string | undefined {
  const { aboutKind, aboutId, as } = notice;
  if (!aboutKind || !aboutId) return letterNoticeUrl(notice);
  if (as === 'leader' && aboutKind === 'digest') return pageUrl('/office/leader/digest/index', { id: aboutId });
  if (as === 'desk' || as === 'leader' || as === 'office') return DESK_PAGES[aboutKind](aboutId);
  return OWN_PAGES[aboutKind]?.(aboutId);
}
