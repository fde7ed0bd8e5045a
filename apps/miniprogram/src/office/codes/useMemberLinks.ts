import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import type { IssuedLinkCode, MemberLink } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { newIdempotencyKey } from '@/hooks/useDraft';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { allPages } from '../parts/all-pages';

const LINKS_KEY = ['member-links'] as const;
const BIGGEST_PAGE = 100;

/** How many members have not linked their WeChat account yet. */
export function useUnlinkedCount(enabled: boolean) {
  return useQuery({
    queryKey: [...LINKS_KEY, 'unlinked'],
    queryFn: async ({ signal }) => {
      const query = { linked: false, limit: BIGGEST_PAGE };
      const all = await allPages((cursor) => api.get('/api/v1/member-links', { query: { ...query, cursor }, signal }));
      return all.length;
    },
    enabled,
  });
}

/** Members and whether each is linked; the code just issued is known only here and only until it is put away. */
export function useMemberLinks() {
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [linked, setLinked] = useState<boolean>();
  const [issued, setIssued] = useState<IssuedLinkCode>();
  const query = useDebounced(words.trim());
  const list = useInfiniteList<MemberLink>({
    queryKey: [...LINKS_KEY, 'list', { query, linked }],
    load: (cursor, signal) => api.get('/api/v1/member-links', { query: { query, linked, cursor }, signal }),
  });
  const again = () => queries.invalidateQueries({ queryKey: LINKS_KEY });
  const issue = async ({ memberId }: MemberLink) => {
    const path = { memberId };
    setIssued(await api.post('/api/v1/members/{memberId}/link-codes', { path, idempotencyKey: newIdempotencyKey() }));
    await again();
  };
  const withdraw = async ({ codeId }: MemberLink) => {
    if (codeId) await api.delete('/api/v1/link-codes/{id}', { path: { id: codeId } }).finally(again);
  };
  const unlink = ({ memberId }: MemberLink) =>
    api.delete('/api/v1/members/{memberId}/link', { path: { memberId } }).finally(again);
  return {
    list,
    words,
    setWords,
    linked,
    setLinked,
    issued,
    putAway: () => setIssued(undefined),
    issue,
    withdraw,
    unlink,
  };
}

/** Where a member stands, in words. */
export function standingOf({ linkedAt, codeId }: Pick<MemberLink, 'linkedAt' | 'codeId'>): string {
  if (linkedAt) return '已关联';
  return codeId ? '码已发出' : '未关联';
}
