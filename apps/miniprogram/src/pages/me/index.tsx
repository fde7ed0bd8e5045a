import { ROLE_LABELS } from '@lianxin/shared';
import { Edit, Eye, Link, Phone2, Tips } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Role } from '@/api/types';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { LinkRow } from '@/components/LinkRow';
import { Page } from '@/components/Page';
import { accountName } from '@/format/people';
import { useLargeText } from '@/hooks/useLargeText';
import { type CurrentSession, useSession } from '@/hooks/useSession';
import { openPage, openSignIn } from '@/navigation';
import { signOut } from '@/session/sign-in';
import { roleKey } from '@/state/session';
import { workplaceOf } from './workplaces';
import './index.scss';

function roleWords(role: Role): string {
  return role.scopeName ? `${ROLE_LABELS[role.name]} · ${role.scopeName}` : ROLE_LABELS[role.name];
}

function Identity({ session }: { readonly session: CurrentSession }) {
  const { account, role } = session;
  if (!account) {
    return (
      <View className="lx-card me-identity">
        <View className="me-identity__words">
          <View className="me-identity__name">您还没有登录</View>
          <View className="lx-soft">登录后可以给委员写信，查看回复。</View>
        </View>
        <Button kind="primary" onTap={openSignIn}>
          登录
        </Button>
      </View>
    );
  }
  return (
    <View className="lx-card me-identity">
      <Avatar name={accountName(account)} size="large" />
      <View className="me-identity__words">
        <View className="me-identity__name">{accountName(account)}</View>
        {role && <View className="lx-soft">{roleWords(role)}</View>}
      </View>
    </View>
  );
}

function Roles({ session }: { readonly session: CurrentSession }) {
  const { roles, role, switchRole } = session;
  const workplace = role && workplaceOf(role.name);
  if (roles.length < 2 && !workplace) return null;
  return (
    <View className="lx-card">
      {roles.length > 1 && (
        <>
          <View className="me-roles__title">我现在的身份</View>
          <ChoiceList
            label="我现在的身份"
            choices={roles.map((each) => ({ value: roleKey(each), label: roleWords(each) }))}
            value={role && roleKey(role)}
            onChange={(key) => {
              const chosen = roles.find((each) => roleKey(each) === key);
              if (chosen) switchRole(chosen);
            }}
          />
        </>
      )}
      {workplace && (
        <View className={roles.length > 1 ? 'me-roles__workplace' : ''}>
          <Button block kind="primary" href={workplace.url}>
            {`进入${workplace.label}`}
          </Button>
        </View>
      )}
    </View>
  );
}

/** Who I am here, in which role, and everything that is set once. */
export default function MePage() {
  const session = useSession();
  const { large, size } = useLargeText();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    await signOut();
    setLeaving(false);
  };
  return (
    <Page title="我的" tab="me">
      <View className="lx-stack">
        <Identity session={session} />
        <Roles session={session} />
        <View className="lx-card lx-rows">
          <LinkRow
            icon={<Eye size={22} color="currentColor" />}
            title="大字模式"
            text={large ? `已开启，字号 ${size}` : '字看不清？点这里把字变大'}
            href="/pages/settings/index"
          />
          {session.signedIn && (
            <LinkRow
              icon={<Edit size={22} color="currentColor" />}
              title="我的资料"
              text="姓名、所在乡镇"
              href="/pages/profile/index"
            />
          )}
          {session.signedIn && (
            <LinkRow
              icon={<Phone2 size={22} color="currentColor" />}
              title="登录的设备"
              text="看看还有哪里登录着我的账号"
              href="/pages/sessions/index"
            />
          )}
          {session.signedIn && !session.account?.memberId && (
            <LinkRow
              icon={<Link size={22} color="currentColor" />}
              title="关联委员身份"
              text="我是委员，用办公室发的关联码接收来信"
              onTap={() => openPage('/pages/link/index')}
            />
          )}
          <LinkRow icon={<Tips size={22} color="currentColor" />} title="关于连心桥" href="/pages/about/index" />
        </View>
        {session.signedIn && (
          <Button block busy={leaving} onTap={() => void leave()}>
            退出登录
          </Button>
        )}
      </View>
    </Page>
  );
}
