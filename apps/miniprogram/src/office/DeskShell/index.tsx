import { ROLE_LABELS } from '@lianxin/shared';
import { App, Button, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useState } from 'react';
import { Empty } from '@/components/Empty';
import { PageRoot } from '@/components/PageRoot';
import { Banners } from '@/components/PageRoot/Banners';
import { RequireSession } from '@/components/RequireSession';
import { accountName } from '@/format/people';
import { useSession } from '@/hooks/useSession';
import { useWide } from '@/hooks/useWide';
import { openPage, replacePage } from '@/navigation';
import { signOut } from '@/session/sign-in';
import { DeskNavigation } from './DeskNavigation';
import { deskRoleOf, desksOf } from './desks';
import { deskTheme } from './theme';
import './index.scss';

interface DeskShellProps {
  readonly title: string;
  /** Address of the page, as in {@link desksOf}. */
  readonly url: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Around every desk page in the browser: Ant Design with our colours and Chinese words, navigation on the left, sign-out. */
export function DeskShell({ title, url, actions, children }: DeskShellProps) {
  const [theme] = useState(deskTheme);
  const wide = useWide();
  const { account, roles, role: chosen } = useSession();
  const role = deskRoleOf(roles, chosen);
  const desks = desksOf(role);
  const leave = async () => {
    await signOut();
    replacePage('/pages/home/index');
  };
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <PageRoot title={title} className="desk">
          <aside className="desk__side">
            <div className="desk__brand">连心桥</div>
            <DeskNavigation role={role} url={url} wide={wide} />
            {account && (
              <div className="desk__who">
                <div>{accountName(account)}</div>
                {role && <div className="desk__role">{ROLE_LABELS[role]}</div>}
                <div className="desk__leave">
                  <Button size="small" ghost onClick={() => openPage('/pages/me/index')}>
                    我的
                  </Button>
                  <Button size="small" ghost onClick={() => void leave()}>
                    退出登录
                  </Button>
                </div>
              </div>
            )}
          </aside>
          <div className="desk__main">
            <Banners />
            <header className="desk__head">
              <h1 className="desk__title">{title}</h1>
              {actions}
            </header>
            <main className="desk__content">
              <RequireSession why="登录后才能使用工作台。">
                {() =>
                  desks.some((desk) => desk.url === url) ? (
                    children
                  ) : (
                    <Empty kind="error" title="您没有这里的权限" text="请在“我的”里切换身份，或联系系统管理员。" />
                  )
                }
              </RequireSession>
            </main>
          </div>
        </PageRoot>
      </App>
    </ConfigProvider>
  );
}
