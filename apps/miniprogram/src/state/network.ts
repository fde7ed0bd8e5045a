import Taro from '@tarojs/taro';
import { create } from 'zustand';

interface NetworkState {
  readonly online: boolean;
}

/** Whether the device says that it has a network. It may be wrong about "yes", hardly about "no". */
export const useNetworkStore = create<NetworkState>(() => ({ online: true }));

type Listener = (online: boolean) => void;
const listeners = new Set<Listener>();

function set(online: boolean): void {
  if (useNetworkStore.getState().online === online) return;
  useNetworkStore.setState({ online });
  for (const listener of listeners) listener(online);
}

/** Calls back on each change; the answer stops it. */
export function listenForNetwork(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Starts following the network of the device. Called once, when the app starts. */
export function followNetwork(): void {
  if (process.env.TARO_ENV === 'h5') {
    // Taro's browser version listens for the kind of connection only, which does not tell when it is lost.
    set(navigator.onLine);
    window.addEventListener('online', () => set(true));
    window.addEventListener('offline', () => set(false));
    return;
  }
  Taro.onNetworkStatusChange(({ isConnected }) => set(isConnected));
  Taro.getNetworkType({ success: ({ networkType }) => set(networkType !== 'none') }).catch(() => undefined);
}
