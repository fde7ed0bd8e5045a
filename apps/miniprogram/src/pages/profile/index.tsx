import { LIMITS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { Account } from '@/api/types';
import { Button } from '@/components/Button';
import { ErrorSummary } from '@/components/ErrorSummary';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { RequireSession } from '@/components/RequireSession';
import { SheetSelect } from '@/components/SheetSelect';
import { TextField } from '@/components/TextField';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { refreshAccount } from '@/session/account';
import { useSessionStore } from '@/state/session';

function ProfileForm({ account }: { readonly account: Account }) {
  const [name, setName] = useState(account.name ?? '');
  const [townshipId, setTownshipId] = useState(account.townshipId);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const townships = useDirectoryUnits('township');
  const save = async () => {
    setBusy(true);
    setSaved(false);
    setFailure(undefined);
    const given = name.trim();
    try {
      const body = { ...(given !== (account.name ?? '') && { name: given }), townshipId, version: account.version };
      useSessionStore.getState().refresh(await api.patch('/api/v1/me', { body }));
      setSaved(true);
    } catch (error) {
      setFailure(error);
      // Another device may have changed it: the next try stands on what is true now.
      if (error instanceof ApiProblem && error.status === 409) await refreshAccount();
    } finally {
      setBusy(false);
    }
  };
  const problem = failure instanceof ApiProblem ? failure : undefined;
  return (
    <View className="lx-card">
      <ErrorSummary errors={problem?.errors ?? []} message={failure === undefined ? undefined : sentenceOf(failure)} />
      <FormField
        name="name"
        label="姓名"
        hint="写信时可以选择给委员看全名、只看姓，或者不显示"
        error={problem?.messageOf('name')}
        counter={{ text: name, max: LIMITS.personName }}
      >
        {(control) => <TextField {...control} value={name} onChange={setName} disabled={busy} autoComplete="name" />}
      </FormField>
      <FormField
        name="townshipId"
        label="所在乡镇（街道）"
        hint="填了以后，会优先推荐联系这里的委员"
        optional
        error={problem?.messageOf('townshipId')}
      >
        {(control) => (
          <SheetSelect
            id={control.id}
            label={control.label}
            noneWord="不填"
            choices={townships.map((unit) => ({ value: unit.id, label: unit.name }))}
            value={townshipId ?? undefined}
            onChange={(id) => setTownshipId(id ?? null)}
          />
        )}
      </FormField>
      <View className="lx-stack">
        {saved && (
          <Notice tone="good" urgent>
            已保存。
          </Notice>
        )}
        <Button block kind="primary" busy={busy} onTap={() => void save()}>
          保存
        </Button>
      </View>
    </View>
  );
}

/** The own name and township. */
export default function ProfilePage() {
  return (
    <Page title="我的资料">
      <RequireSession why="登录后可以填写您的姓名和所在乡镇。">
        {(account) => <ProfileForm key={account.id} account={account} />}
      </RequireSession>
    </Page>
  );
}
