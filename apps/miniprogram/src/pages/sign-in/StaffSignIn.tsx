import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiProblem, sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { ErrorSummary } from '@/components/ErrorSummary';
import { FormField } from '@/components/FormField';
import { TextField } from '@/components/TextField';
import { signInAsStaff } from '@/session/sign-in';

interface StaffSignInProps {
  readonly onDone: () => void;
}

/** Staff sign in at a desk with name and password. */
export function StaffSignIn({ onDone }: StaffSignInProps) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const signIn = async () => {
    if (busy || username.trim() === '' || password === '') return;
    setBusy(true);
    setFailure(undefined);
    try {
      await signInAsStaff(username.trim(), password);
      onDone();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const problem = failure instanceof ApiProblem ? failure : undefined;
  return (
    <View className="lx-card">
      <View className="sign-in__title">工作人员登录</View>
      <ErrorSummary errors={problem?.errors ?? []} message={failure === undefined ? undefined : sentenceOf(failure)} />
      <FormField name="username" label="用户名" error={problem?.messageOf('username')}>
        {(control) => (
          <TextField {...control} value={username} onChange={setUsername} autoComplete="username" disabled={busy} />
        )}
      </FormField>
      <FormField name="password" label="密码" error={problem?.messageOf('password')}>
        {(control) => (
          <TextField
            {...control}
            kind="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            disabled={busy}
            onConfirm={() => void signIn()}
          />
        )}
      </FormField>
      <Button
        block
        kind="primary"
        busy={busy}
        disabled={username.trim() === '' || password === ''}
        onTap={() => void signIn()}
      >
        登录
      </Button>
    </View>
  );
}
