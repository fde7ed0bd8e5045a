import type { ReactNode } from 'react';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import { RequireSession } from '@/components/RequireSession';
import { useSession } from '@/hooks/useSession';

interface LeaderPageProps {
  readonly title: string;
  readonly bottom?: ReactNode;
  readonly children: ReactNode;
}

/** Around the pages on which members of the chairpersons' meeting read, on the phone or anywhere else. */
export function LeaderPage({ title, bottom, children }: LeaderPageProps) {
  const { roles } = useSession();
  const leader = roles.some(({ name }) => name === 'leader');
  return (
    <Page title={title} bottom={leader ? bottom : undefined}>
      <RequireSession why="登录后才能阅读汇总。">
        {() =>
          leader ? (
            children
          ) : (
            <Empty kind="error" title="您没有这里的权限" text="汇总由主席会议成员阅读。请在“我的”里切换身份。" />
          )
        }
      </RequireSession>
    </Page>
  );
}
