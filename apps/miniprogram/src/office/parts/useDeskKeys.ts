import type { DeskKey } from './desk-keys';

/** WeChat's phones have no keys to listen for. */
export function useDeskKeys(_keys: readonly DeskKey[]): void {}
