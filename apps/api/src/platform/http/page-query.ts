import { LIMITS } from '@lianxin/shared';
import { CodeField, WholeNumberField } from './fields.js';

/** Query of every list: where to go on and how many rows to give. */
export class PageQuery {
  /** Opaque; from `nextCursor` of the page before. */
  @CodeField({ label: '翻页位置', optional: true, pattern: /^[\w-]{1,500}$/ })
  cursor?: string;

  @WholeNumberField({ label: '每页条数', optional: true, min: 1, max: LIMITS.pageSizeMax, default: LIMITS.pageSize })
  limit: number = LIMITS.pageSize;
}
