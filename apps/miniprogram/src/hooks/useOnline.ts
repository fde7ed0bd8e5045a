import { useNetworkStore } from '@/state/network';

/** Whether the device has a network, followed while the screen is shown. */
export function useOnline(): boolean {
  return useNetworkStore((state) => state.online);
}
