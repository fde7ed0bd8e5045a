import Taro from '@tarojs/taro';
import type { StateStorage } from 'zustand/middleware';

/** The device's own storage, in WeChat and in the browser alike. A full or forbidden storage is no reason to stop working. */
export const deviceStorage: StateStorage = {
  getItem(name) {
    try {
      const value: unknown = Taro.getStorageSync(name);
      return typeof value === 'string' && value !== '' ? value : null;
    } catch {
      return null;
    }
  },
  setItem(name, value) {
    try {
      Taro.setStorageSync(name, value);
    } catch {
      // What does not fit is lost with the app's memory; nothing better can be done here.
    }
  },
  removeItem(name) {
    try {
      Taro.removeStorageSync(name);
    } catch {
      // See above.
    }
  },
};
