import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { deviceStorage } from './storage';

/** Sizes of main text in large-text mode, in px (MIIT's specification of 2021: at least 18, adjustable up to 30). */
export const LARGE_TEXT_SIZES = [18, 20, 22, 24, 26, 28, 30] as const;
export type LargeTextSize = (typeof LARGE_TEXT_SIZES)[number];

/** From this scale on, a person has plainly asked WeChat for larger letters. */
const LARGE_SCALE = 1.2;
const NORMAL_TEXT_SIZE = 16;

interface ReadingState {
  readonly large: boolean;
  readonly size: LargeTextSize;
  /** The person has decided here; the device's setting is no longer followed. */
  readonly chosen: boolean;
  readonly setLarge: (large: boolean) => void;
  readonly setSize: (size: LargeTextSize) => void;
}

/** Large-text mode as chosen on this device. */
export const useReadingStore = create<ReadingState>()(
  persist(
    (set) => ({
      large: false,
      size: 20,
      chosen: false,
      setLarge: (large) => set({ large, chosen: true }),
      setSize: (size) => set({ size, large: true, chosen: true }),
    }),
    { name: 'lianxin.reading', storage: createJSONStorage(() => deviceStorage), version: 1 },
  ),
);

/** The large-text size nearest to what a scale of WeChat's own font setting asks for; none for ordinary scales. */
export function sizeForScale(scale: number): LargeTextSize | undefined {
  if (!(scale >= LARGE_SCALE)) return undefined;
  return LARGE_TEXT_SIZES.find((size) => size >= NORMAL_TEXT_SIZE * scale) ?? 30;
}

/** Follows WeChat's own font setting until the person decides here. Called once, when the app starts. */
export function followDeviceTextSize(): void {
  if (useReadingStore.getState().chosen || process.env.TARO_ENV !== 'weapp') return;
  const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  const size = sizeForScale(fontSizeScaleFactor ?? 1);
  if (size) useReadingStore.setState({ large: true, size });
}
