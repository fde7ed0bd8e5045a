import type { SectorTheme } from '@/api/types';

/** What waits and what lies ready on a theme, in words. */
export function themeInWords({ submitted, accepted }: Pick<SectorTheme, 'submitted' | 'accepted'>): string {
  const parts = [submitted > 0 && `待采集 ${submitted}`, accepted > 0 && `可合成 ${accepted}`].filter(Boolean);
  return parts.length > 0 ? parts.join('，') : '都已并入';
}
