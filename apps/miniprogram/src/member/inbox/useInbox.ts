import { type LetterCategory, MAILBOX_BOXES, type MailboxBox } from '@lianxin/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import type { MailboxLetter } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { type InfiniteList, useInfiniteList } from '@/hooks/useInfiniteList';
import { MAILBOX_KEY } from '../parts/useMailboxCounts';

/** What of the inbox is shown. */
export interface InboxFilter {
  readonly box: MailboxBox;
  readonly words: string;
  readonly category: LetterCategory | undefined;
  readonly townshipId: string | undefined;
}

/** The inbox: its letters, and what of it is shown. */
export interface Inbox {
  readonly filter: InboxFilter;
  readonly change: (change: Partial<InboxFilter>) => void;
  readonly list: InfiniteList<MailboxLetter>;
  /** Something narrows the box, so that an empty list does not mean an empty box. */
  readonly narrowed: boolean;
}

/** A box by its name in an address; what waits, where there is no such box. */
export function boxOf(name: string | undefined): MailboxBox {
  return MAILBOX_BOXES.find((box) => box === name) ?? 'waiting';
}

/** The inbox of the member signed in. @param box the one to begin with */
export function useInbox(box: MailboxBox): Inbox {
  const [filter, setFilter] = useState<InboxFilter>({ box, words: '', category: undefined, townshipId: undefined });
  const query = useDebounced(filter.words.trim());
  const asked = { box: filter.box, category: filter.category, townshipId: filter.townshipId, query };
  const list = useInfiniteList<MailboxLetter>({
    queryKey: [...MAILBOX_KEY, 'letters', asked],
    load: (cursor, signal) => api.get('/api/v1/mailbox/letters', { query: { ...asked, cursor }, signal }),
  });
  return {
    filter,
    change: (change) => setFilter((now) => ({ ...now, ...change })),
    list,
    narrowed: query !== '' || filter.category !== undefined || filter.townshipId !== undefined,
  };
}
