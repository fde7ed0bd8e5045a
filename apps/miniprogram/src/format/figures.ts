import type { MemberSummary } from '@/api/types';

const HOURS_A_DAY = 24;

/** `1 天` for anything up to a day, then whole days, rounded up: a promise is better kept than broken. */
export function daysInWords(hours: number): string {
  return `${Math.max(1, Math.ceil(hours / HOURS_A_DAY))} 天`;
}

/** How a member answers letters, in short phrases; none while there are too few letters to tell. */
export function figuresInWords(figures: MemberSummary['figures']): readonly string[] {
  const words: string[] = [];
  if (figures.answerRate !== null) words.push(`回信率 ${Math.round(figures.answerRate * 100)}%`);
  if (figures.usualAnswerHours !== null) words.push(`通常 ${daysInWords(figures.usualAnswerHours)}内回复`);
  return words;
}
