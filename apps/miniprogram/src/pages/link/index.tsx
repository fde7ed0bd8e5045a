import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { ErrorSummary } from '@/components/ErrorSummary';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { RequireSession } from '@/components/RequireSession';
import { TextField } from '@/components/TextField';
import { useSessionStore } from '@/state/session';
import './index.scss';

function LinkForm() {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const given = code.replace(/\s/g, '');
  const link = async () => {
    if (busy || given === '') return;
    setBusy(true);
    setFailure(undefined);
    try {
      useSessionStore.getState().refresh(await api.post('/api/v1/me/member-link', { body: { code: given } }));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const problem = failure instanceof ApiProblem ? failure : undefined;
  return (
    <View className="lx-card">
      <ErrorSummary errors={problem?.errors ?? []} message={failure === undefined ? undefined : sentenceOf(failure)} />
      <FormField
        name="code"
        label="关联码"
        hint="政协办公室发给您的一串字母和数字，只能用一次。"
        error={problem?.messageOf('code')}
      >
        {(control) => (
          <TextField {...control} value={code} onChange={setCode} disabled={busy} onConfirm={() => void link()} />
        )}
      </FormField>
      <Button block kind="primary" busy={busy} disabled={given === ''} onTap={() => void link()}>
        关联
      </Button>
      <View className="lx-soft lx-small link__help">没有关联码，或者已经过期？请联系政协办公室再发一个。</View>
    </View>
  );
}

/** A member links this account to the directory entry with the code that the office has issued. */
export default function LinkPage() {
  return (
    <Page title="关联委员身份">
      <RequireSession why="请先用您自己的微信登录，再填写关联码。">
        {(account) =>
          account.memberId ? (
            <View className="lx-stack">
              <Notice tone="good" title="已经关联" urgent>
                这个账号已经关联到您的委员身份，可以接收和答复群众来信。
              </Notice>
              <Button block kind="primary" href="/member/workbench/index">
                进入委员工作台
              </Button>
            </View>
          ) : (
            <LinkForm />
          )
        }
      </RequireSession>
    </Page>
  );
}
