import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { returnFromSignIn } from '@/navigation';
import { signInWithWeChat } from '@/session/sign-in';
import './index.scss';

/** Signing in in WeChat: one tap, no password. The browser's page is `index.h5.tsx`. */
export default function SignInPage() {
  const { params } = useRouter<{ from?: string }>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const signIn = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await signInWithWeChat();
      returnFromSignIn(params.from && decodeURIComponent(params.from));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Page title="登录">
      <View className="sign-in__welcome">
        <View className="sign-in__brand">连心桥</View>
        <View className="lx-soft">委员听民声，件件有回音</View>
      </View>
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
      <View className="sign-in__action">
        <Button block kind="primary" busy={busy} onTap={() => void signIn()}>
          用微信登录
        </Button>
      </View>
      <View className="lx-soft lx-small">登录只用来认出是您本人，不会读取您的好友和聊天记录。</View>
    </Page>
  );
}
