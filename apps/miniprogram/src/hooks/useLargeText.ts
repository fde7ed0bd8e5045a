import { type LargeTextSize, useReadingStore } from '@/state/reading';

/** Large-text mode of this device: whether it is on, the size of main text in px, and how to change both. */
export interface LargeText {
  readonly large: boolean;
  readonly size: LargeTextSize;
  readonly setLarge: (large: boolean) => void;
  readonly setSize: (size: LargeTextSize) => void;
}

/** Reads and changes large-text mode; every page follows at once. */
export function useLargeText(): LargeText {
  const large = useReadingStore((state) => state.large);
  const size = useReadingStore((state) => state.size);
  const setLarge = useReadingStore((state) => state.setLarge);
  const setSize = useReadingStore((state) => state.setSize);
  return { large, size, setLarge, setSize };
}
