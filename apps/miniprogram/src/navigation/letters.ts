import type { Notice } from '@/api/types';
import { pageUrl } from './index';

/** Address of an own letter, for its writer. */
export function letterUrl(id: string): string {
  return pageUrl('/pages/letter/index', { id });
}

/** Address of a member's page. */
export function memberUrl(id: string): string {
  return pageUrl('/pages/member/index', { id });
}

/** Where to write a letter; with a member chosen beforehand or not. */
export function writeUrl(memberId?: string): string {
  return pageUrl('/pages/write/index', { memberId });
}

/** Where a notice leads: to the letter as the reader of the notice sees it; without one to the desk, or nowhere. */
export function noticeUrl({ letterId, as }: Pick<Notice, 'letterId' | 'as'>): string | undefined {
  if (!letterId) return as === 'office' ? '/office/desk/index' : undefined;
  if (as === 'office') return pageUrl('/office/letter/index', { id: letterId });
  return as === 'addressee' ? pageUrl('/member/letter/index', { id: letterId }) : letterUrl(letterId);
}
