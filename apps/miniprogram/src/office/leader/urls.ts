import { pageUrl } from '@/navigation';

/** Where a leader reads what is on a digest. */
export function leaderDigestUrl(id: string): string {
  return pageUrl('/office/leader/digest/index', { id });
}

/** Where a leader reads one item; without one, the first that was not read yet. */
export function leaderItemUrl(digestId: string, itemId?: string): string {
  return pageUrl('/office/leader/item/index', { id: digestId, item: itemId });
}
