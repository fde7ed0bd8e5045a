import type { ReactNode } from 'react';
import type { Account } from '@/api/types';
import { useSession } from '@/hooks/useSession';
import { openSignIn } from '@/navigation';
import { Button } from '../Button';
import { Empty } from '../Empty';

interface RequireSessionProps {
  /** What the person gets by signing in, as a sentence. */
  readonly why: string;
  readonly children: (account: Account) => ReactNode;
}

/** Content for those who are signed in; the others read why to sign in, and come back here afterwards. */
export function RequireSession({ why, children }: RequireSessionProps) {
  const { account } = useSession();
  if (account) return children(account);
  return (
    <Empty title="请先登录" text={why}>
      <Button kind="primary" onTap={openSignIn}>
        登录
      </Button>
    </Empty>
  );
}
