import { ROLE_LABELS } from '@lianxin/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import { LinkRow } from '@/components/LinkRow';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { signInAsDemonstration } from '@/session/sign-in';

interface DemonstrationAccountsProps {
  readonly onDone: () => void;
}

/** The demonstration's people, each a tap away; the API has this list only in demonstration mode. */
export function DemonstrationAccounts({ onDone }: DemonstrationAccountsProps) {
  const query = useQuery({
    queryKey: ['demonstration', 'accounts'],
    queryFn: ({ signal }) => api.get('/api/v1/demonstration/accounts', { signal }),
  });
  const signIn = useMutation({ mutationFn: signInAsDemonstration, onSuccess: onDone });
  return (
    <View className="lx-card">
      <View className="sign-in__title">演示账号</View>
      <Notice tone="warn">这里的人物都是虚构的。点一位就以他的身份登录，不需要密码。</Notice>
      {signIn.isError && (
        <Notice tone="bad" urgent>
          {sentenceOf(signIn.error)}
        </Notice>
      )}
      <QueryView query={query} loading={<Loading cards={1} />}>
        {({ items }) =>
          items.map((account) => (
            <LinkRow
              key={account.id}
              title={account.name}
              text={[account.roles.map((role) => ROLE_LABELS[role.name]).join('、'), account.description]
                .filter(Boolean)
                .join(' · ')}
              onTap={() => signIn.mutate(account.id)}
            />
          ))
        }
      </QueryView>
    </View>
  );
}
