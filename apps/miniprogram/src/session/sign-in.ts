import Taro from '@tarojs/taro';
import { api } from '@/api/client';
import { forgetAnswers } from '@/api/query-client';
import type { Session } from '@/api/types';
import { useSessionStore } from '@/state/session';

function begin(session: Session): void {
  useSessionStore.getState().begin(session);
  forgetAnswers();
}

/** Signs in with WeChat, in the mini-program. */
export async function signInWithWeChat(): Promise<void> {
  const { code } = await Taro.login();
  begin(await api.post('/api/v1/sessions/wechat', { body: { code } }));
}

/** Signs in staff with name and password, in the browser. */
export async function signInAsStaff(username: string, password: string): Promise<void> {
  begin(await api.post('/api/v1/sessions/staff', { body: { username, password } }));
}

/** Signs in with one of the demonstration's accounts; the API has them only in demonstration mode. */
export async function signInAsDemonstration(accountId: string): Promise<void> {
  begin(await api.post('/api/v1/sessions/demonstration', { body: { accountId } }));
}

/** Ends the session on the server and here. Without a network it ends here; the server's one expires by itself. */
export async function signOut(): Promise<void> {
  try {
    await api.delete('/api/v1/me/sessions/current');
  } catch {
    // See above: nobody should be kept signed in because the network is gone.
  }
  useSessionStore.getState().end();
  forgetAnswers();
}
