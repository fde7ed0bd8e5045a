import type { Outcome } from '@/api/types';

/** How many of the people who wrote were told, in words; undefined where nobody wrote. */
export function relaysInWords(relays: readonly Pick<Outcome['relays'][number], 'state'>[]): string | undefined {
  const current = relays.filter(({ state }) => state !== 'superseded');
  if (current.length === 0) return undefined;
  const sent = current.filter(({ state }) => state === 'sent').length;
  return sent === current.length ? `${sent} 件都已转告` : `已转告 ${sent} 件，还有 ${current.length - sent} 件`;
}
