import type { Digest } from '@/api/types';

/** The parts of the work on a digest, in their order. */
export type DigestTab = 'choose' | 'arrange' | 'decide' | 'feedback';

/** Chinese words for {@link DigestTab}. */
export const DIGEST_TAB_LABELS: Record<DigestTab, string> = {
  choose: '选稿',
  arrange: '编排',
  decide: '批注和决定',
  feedback: '反馈委员',
};

/** What this person can do with the digest now: it is built while it is a draft, decided when it is submitted, and then fed back. */
export function tabsOf({ allowedActions, viewer }: Pick<Digest, 'allowedActions' | 'viewer'>): readonly DigestTab[] {
  if (allowedActions.includes('edit')) return ['choose', 'arrange'];
  return viewer === 'office' ? ['decide', 'feedback'] : ['decide'];
}

/** Where the work goes on when the digest is opened. */
export function firstTabOf(digest: Pick<Digest, 'allowedActions' | 'viewer' | 'state' | 'itemCount'>): DigestTab {
  const tabs = tabsOf(digest);
  if (tabs.includes('arrange')) return digest.itemCount > 0 ? 'arrange' : 'choose';
  return tabs.includes('feedback') && digest.state === 'decided' ? 'feedback' : 'decide';
}
