import type { Account } from '@/api/types';

/** What to call the person signed in; constituents give their name only when they write for the first time. */
export function accountName(account: Pick<Account, 'name'>): string {
  return account.name ?? '群众朋友';
}
