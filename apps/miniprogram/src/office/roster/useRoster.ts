import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import { sendFile } from '@/api/transport';
import type { Roster } from '@/api/types';
import { useSessionStore } from '@/state/session';
import { deviceStorage } from '@/state/storage';
import { downloadDocument } from '../parts/download';
import { type ChosenWorkbook, workbookProblem } from './workbook';

const ROSTER_KEY = ['rosters'] as const;

/** Where this device remembers the roster that was checked last, so that nothing is lost when the page is left. */
function memoryName(): string {
  return `lianxin.roster.${useSessionStore.getState().session?.account.id ?? 'visitor'}`;
}

/** The roster that this device checked last, if it is still there. */
export function useLastRoster(enabled = true) {
  const stored = deviceStorage.getItem(memoryName());
  const [rosterId, setRosterId] = useState(typeof stored === 'string' ? stored : undefined);
  const query = useQuery({
    queryKey: [...ROSTER_KEY, rosterId ?? 'none'],
    queryFn: ({ signal }) => api.get('/api/v1/rosters/{id}', { path: { id: rosterId ?? '' }, signal }),
    enabled: enabled && rosterId !== undefined,
  });
  const remember = (roster: Roster | undefined) => {
    if (roster) void deviceStorage.setItem(memoryName(), roster.id);
    else void deviceStorage.removeItem(memoryName());
    setRosterId(roster?.id);
  };
  return { roster: rosterId === undefined ? undefined : query.data, remember };
}

/** The roster of members as a file: down, up with a dry run, and its import. `failure` says what went wrong last. */
export function useRoster() {
  const queries = useQueryClient();
  const { roster, remember } = useLastRoster();
  const [percent, setPercent] = useState<number>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(undefined);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
      setPercent(undefined);
    }
  };
  const show = (next: Roster) => {
    queries.setQueryData([...ROSTER_KEY, next.id], next);
    remember(next);
  };
  const check = (file: ChosenWorkbook) => {
    const problem = workbookProblem(file);
    if (problem) {
      setFailure(problem);
      return Promise.resolve();
    }
    return attempt(async () => show(await sendFile<Roster>('/api/v1/rosters', file.path, setPercent, file.name).done));
  };
  const confirm = ({ id }: Roster, skipProblems: boolean) =>
    attempt(async () => {
      show(await api.post('/api/v1/rosters/{id}/confirm', { path: { id }, body: { skipProblems } }));
      await Promise.all(
        [['members'], ['directory-units'], ['member-links']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    });
  const discard = ({ id, state }: Roster) =>
    attempt(async () => {
      if (state === 'checked') await api.delete('/api/v1/rosters/{id}', { path: { id } });
      remember(undefined);
    });
  const download = (kind: 'template' | 'export') =>
    attempt(() =>
      downloadDocument(`/api/v1/rosters/${kind}`, kind === 'template' ? '委员名册模板.xlsx' : '委员名册.xlsx'),
    );
  return { roster, percent, busy, failure, check, confirm, discard, download };
}
