import type { SubmissionRef } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import { Notice } from '@/components/Notice';
import { SheetSelect } from '@/components/SheetSelect';
import { SUBMISSIONS_KEY } from './submissions';
import { useColleagues } from './useSubmissionDesk';

interface AssigneeSelectProps {
  readonly about: SubmissionRef & { readonly version: number };
  readonly assigneeId: string | null;
}

/** Who of the own desk looks after a submission. */
export function AssigneeSelect({ about, assigneeId }: AssigneeSelectProps) {
  const { kind, id, version } = about;
  const queries = useQueryClient();
  const colleagues = useColleagues();
  const [failure, setFailure] = useState<unknown>();
  const assign = async (accountId: string | null) => {
    setFailure(undefined);
    try {
      await api.put('/api/v1/desk/submissions/{kind}/{id}/assignee', {
        path: { kind, id },
        body: { accountId, version },
      });
    } catch (error) {
      setFailure(error);
    } finally {
      await queries.invalidateQueries({ queryKey: SUBMISSIONS_KEY });
    }
  };
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">负责人</View>
      <SheetSelect
        label="负责人"
        noneWord="还没有人负责"
        choices={(colleagues.data ?? []).map(({ accountId, name, self }) => ({
          value: accountId,
          label: self ? `${name}（我）` : name,
        }))}
        value={assigneeId ?? undefined}
        onChange={(accountId) => void assign(accountId ?? null)}
      />
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
    </View>
  );
}
