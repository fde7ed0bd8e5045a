import { LIMITS } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import { sendFile } from '@/api/transport';
import type { Roster } from '@/api/types';
import { useSessionStore } from '@/state/session';
import { deviceStorage } from '@/state/storage';
import { downloadWorkbook } from './download';

const ROSTER_KEY = ['rosters'] as const;

/** Where this device remembers the roster that was checked last, so that nothing is lost when the page is left. */
function memoryName(): string {
  return `lianxin.roster.${useSessionStore.getState().session?.account.id ?? 'visitor'}`;
}

/** A file that was chosen, as the device names it. */
export interface ChosenWorkbook {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** What is wrong with a chosen file before it is sent; nothing when it may be a roster. */
export function workbookProblem({ name, size }: Pick<ChosenWorkbook, 'name' | 'size'>): string | undefined {
  if (!/\.xlsx$/i.test(name)) return `“${name}”不是 .xlsx 文件，请在 Excel 里另存为“Excel 工作簿（.xlsx）”。`;
  if (size > LIMITS.rosterBytes) return `名册文件不能超过 ${LIMITS.rosterBytes / 1024 / 1024} MB。`;
  return undefined;
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
      downloadWorkbook(`/api/v1/rosters/${kind}`, kind === 'template' ? '委员名册模板.xlsx' : '委员名册.xlsx'),
    );
  return { roster, percent, busy, failure, check, confirm, discard, download };
}

/** What a roster will do or did, in one sentence. */
export function rosterInWords(roster: Pick<Roster, 'rows' | 'toCreate' | 'toUpdate' | 'unchanged' | 'state'>): string {
  const { rows, toCreate, toUpdate, unchanged } = roster;
  return roster.state === 'imported'
    ? `已导入：新增 ${toCreate} 位，更新 ${toUpdate} 位，没有变化 ${unchanged} 位。`
    : `共 ${rows} 行：将新增 ${toCreate} 位，更新 ${toUpdate} 位，没有变化 ${unchanged} 位。`;
}
