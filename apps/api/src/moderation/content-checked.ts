import type { ScreeningRuleCode } from '@lianxin/shared';
import type { ModerationKind } from './stored-moderation-item.entity.js';

/** Outbox topic of a verdict on a message. The feature that asked for the check handles it. */
export const CONTENT_CHECKED = 'content.checked';

/** The verdict on one message. It may come twice, and the office may later overrule what WeChat's check said. */
export interface ContentChecked {
  readonly letterId: string;
  readonly messageId: string;
  readonly verdict: 'pass' | 'withhold';
  readonly ruleCode: ScreeningRuleCode | null;
  readonly by: 'system' | 'office';
  /** Which moderation item the office decided: a review, an appeal, a report …; null when `by` is the system. */
  readonly kind: ModerationKind | null;
  /** The office's reason, in its own words; null when it gave none or `by` is the system. */
  readonly reason: string | null;
}
