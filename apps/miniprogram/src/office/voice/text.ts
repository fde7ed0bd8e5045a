import { OPINION_THEMES, type OpinionTheme } from '@lianxin/shared';
import type { SectorVoice } from '@/api/types';

/** What the convener writes of a voice. */
export interface VoiceText {
  readonly title: string;
  readonly theme: OpinionTheme;
  readonly situation: string;
  readonly analysis: string;
  readonly suggestion: string;
}

/** The text that the server has. */
export function textOf({ title, theme, sections }: Pick<SectorVoice, 'title' | 'theme' | 'sections'>): VoiceText {
  const part = (key: string) => sections.find((section) => section.key === key)?.text ?? '';
  return {
    title,
    theme,
    situation: part('situation'),
    analysis: part('analysis'),
    suggestion: part('suggestion'),
  };
}

/** Whether two texts are the same. The server takes spaces off the ends, which does not make them different. */
export function sameText(one: VoiceText, other: VoiceText): boolean {
  const names = Object.keys(one) as (keyof VoiceText)[];
  return names.every((name) => one[name].trim() === other[name].trim());
}

/** Reads a text that was kept on the device; undefined where there is none or it cannot be read. */
export function keptText(stored: unknown): VoiceText | undefined {
  if (typeof stored !== 'string') return undefined;
  try {
    const kept = JSON.parse(stored) as Partial<Record<keyof VoiceText, unknown>> | null;
    const theme = OPINION_THEMES.find((one) => one === kept?.theme);
    if (!kept || !theme) return undefined;
    const part = (name: keyof VoiceText) => (typeof kept[name] === 'string' ? kept[name] : '');
    return {
      title: part('title'),
      theme,
      situation: part('situation'),
      analysis: part('analysis'),
      suggestion: part('suggestion'),
    };
  } catch {
    return undefined;
  }
}
