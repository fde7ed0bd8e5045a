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
