import { TOPIC_USE_LABELS } from '@lianxin/shared';
import type { Opinion } from '@/api/types';

/** For what a topic is suggested, and by whom it should be taken up; undefined for what suggests nothing. */
export function topicUseInWords({ topicUse, topicBody }: Pick<Opinion, 'topicUse' | 'topicBody'>): string | undefined {
  if (!topicUse) return undefined;
  return topicBody ? `${TOPIC_USE_LABELS[topicUse]}（建议由${topicBody}组织）` : TOPIC_USE_LABELS[topicUse];
}
