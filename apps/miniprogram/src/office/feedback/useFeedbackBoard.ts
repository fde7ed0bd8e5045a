import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import type { FeedbackBoardRow, RelayBoardRow } from '@/api/types';
import { useInfiniteList } from '@/hooks/useInfiniteList';
import { useSession } from '@/hooks/useSession';
import { pageUrl } from '@/navigation';
import { deskRoleOf } from '../DeskShell/desks';
import { FEEDBACK_BOARD_KEY } from '../digest/useFeedback';

/** The sides of the board: decided and not told yet, told, and what members have not relayed. */
export type BoardSide = 'waiting' | 'sent' | 'relays';

/** Chinese words for {@link BoardSide}. */
export const BOARD_SIDE_LABELS: Record<BoardSide, string> = {
  waiting: '待反馈委员',
  sent: '已反馈',
  relays: '待转告群众',
};

/** Which relays are shown. */
export type RelayBox = 'due' | 'overdue' | 'all';

/** Chinese words for {@link RelayBox}. */
export const RELAY_BOX_LABELS: Record<RelayBox, string> = { all: '全部', due: '即将到期', overdue: '已超期' };

/** Where the feedback of a digest is worded and sent. */
export function feedbackUrl({ digestId }: Pick<FeedbackBoardRow, 'digestId'>): string {
  return pageUrl('/office/digest/index', { id: digestId, tab: 'feedback' });
}

/** The sides that a person sees: the office all, member affairs what is to be relayed. */
export function useBoardSides(): readonly BoardSide[] {
  const { roles, role } = useSession();
  return deskRoleOf(roles, role) === 'office' ? ['waiting', 'sent', 'relays'] : ['relays'];
}

/** Digests that are decided: with something not fed back, the earliest due first; or all fed back, the latest first. */
export function useFeedbackBoard(box: 'waiting' | 'sent') {
  return useInfiniteList<FeedbackBoardRow>({
    queryKey: [...FEEDBACK_BOARD_KEY, box],
    load: (cursor, signal) => api.get('/api/v1/desk/feedback-board', { query: { box, cursor }, signal }),
  });
}

const RELAY_BOARD_KEY = ['relay-board'] as const;

/** How many outcomes members have not relayed yet, and how many of those are late. */
export function useRelayCounts(enabled = true) {
  return useQuery({
    queryKey: [...RELAY_BOARD_KEY, 'counts'],
    queryFn: ({ signal }) => api.get('/api/v1/desk/relay-board/counts', { signal }),
    enabled,
  });
}

/** Outcomes that members have not relayed, the earliest due first; and the reminder. */
export function useRelayBoard() {
  const queries = useQueryClient();
  const [box, setBox] = useState<RelayBox>('all');
  const list = useInfiniteList<RelayBoardRow>({
    queryKey: [...RELAY_BOARD_KEY, box],
    load: (cursor, signal) => api.get('/api/v1/desk/relay-board', { query: { box, cursor }, signal }),
  });
  const remind = ({ id, version }: Pick<RelayBoardRow, 'id' | 'version'>) =>
    api
      .post('/api/v1/desk/relays/{id}/remind', { path: { id }, body: { version } })
      .finally(() => queries.invalidateQueries({ queryKey: RELAY_BOARD_KEY }));
  return { list, counts: useRelayCounts(), box, setBox, remind };
}
