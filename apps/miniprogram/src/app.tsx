import { QueryClientProvider } from '@tanstack/react-query';
import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { forgetAnswers, queryClient, setAppShown } from '@/api/query-client';
import { listenForSessionEnd } from '@/api/transport';
import { openSignIn } from '@/navigation';
import { followOutbox, sendPendingLetter } from '@/outbox';
import { refreshAccount } from '@/session/account';
import { followNetwork } from '@/state/network';
import { followDeviceTextSize } from '@/state/reading';
import '@/theme/tokens.scss';
import '@/theme/base.scss';

/** The app around every page: what is followed from start to end, and the cache of what the server said. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    followNetwork();
    followDeviceTextSize();
    followOutbox();
    void refreshAccount();
    listenForSessionEnd(() => {
      forgetAnswers();
      openSignIn();
    });
  });
  useDidShow(() => {
    setAppShown(true);
    void sendPendingLetter();
  });
  useDidHide(() => setAppShown(false));
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
