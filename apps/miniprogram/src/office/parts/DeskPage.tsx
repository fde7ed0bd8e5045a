import type { ReactNode } from 'react';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import { RequireSession } from '@/components/RequireSession';
import { useSession } from '@/hooks/useSession';
import { deskRoleOf, desksOf } from '../DeskShell/desks';

interface DeskPageProps {
  readonly title: string;
  /** Address of the page, as in {@link desksOf}. */
  readonly url: string;
  readonly children: ReactNode;
}

function Allowed({ url, children }: Omit<DeskPageProps, 'title'>) {
  const { roles, role } = useSession();
  if (desksOf(deskRoleOf(roles, role)).some((desk) => desk.url === url)) return children;
  return <Empty kind="error" title="您没有这里的权限" text="请在“我的”里切换身份，或联系系统管理员。" />;
}

/** Around every desk page in WeChat: for those whose role works there. */
export function DeskPage({ title, url, children }: DeskPageProps) {
  return (
    <Page title={title}>
      <RequireSession why="登录后才能使用工作台。">{() => <Allowed url={url}>{children}</Allowed>}</RequireSession>
    </Page>
  );
}
