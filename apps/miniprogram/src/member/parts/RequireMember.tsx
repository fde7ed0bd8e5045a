import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { RequireSession } from '@/components/RequireSession';

interface RequireMemberProps {
  readonly children: (memberId: string) => ReactNode;
}

/** Content for those whose account is linked to the directory of members; the others read how to link it. */
export function RequireMember({ children }: RequireMemberProps) {
  return (
    <RequireSession why="登录后可以处理群众写给您的信。">
      {(account) =>
        account.memberId ? (
          children(account.memberId)
        ) : (
          <Empty title="还没有关联委员身份" text="请向政协办公室索取关联码，在这里输入后就能收信。">
            <Button kind="primary" href="/pages/link/index">
              输入关联码
            </Button>
          </Empty>
        )
      }
    </RequireSession>
  );
}
