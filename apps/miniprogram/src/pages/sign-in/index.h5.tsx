import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/Page';
import { usePublicConfig } from '@/hooks/usePublicConfig';
import { returnFromSignIn } from '@/navigation';
import { DemonstrationAccounts } from './DemonstrationAccounts';
import { StaffSignIn } from './StaffSignIn';
import './index.scss';

/** Signing in in the browser: staff by password, and in demonstration mode anyone as one of its accounts. */
export default function SignInPage() {
  const { params } = useRouter<{ from?: string }>();
  const config = usePublicConfig();
  const done = () => returnFromSignIn(params.from && decodeURIComponent(params.from));
  return (
    <Page title="登录">
      <View className="sign-in__welcome">
        <View className="sign-in__brand">连心桥</View>
        <View className="lx-soft">委员听民声，件件有回音</View>
      </View>
      <View className="lx-stack">
        {config?.demonstration && <DemonstrationAccounts onDone={done} />}
        <StaffSignIn onDone={done} />
        <View className="lx-soft lx-small">群众和委员请在微信里打开“连心桥”小程序，用微信登录。</View>
      </View>
    </Page>
  );
}
