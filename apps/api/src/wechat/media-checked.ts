import type { CheckResult } from './wechat-client.js';

/** Outbox topic of WeChat's result of checking a picture. */
export const MEDIA_CHECKED = 'wechat.media_checked';

/** WeChat's result of the check that `mediaCheckAsync` started under this trace id. `result` is null when it could not be checked. */
export interface MediaChecked {
  readonly traceId: string;
  readonly result: CheckResult | null;
}
