import type { RelayBoardRow } from '@/api/types';
import { formatDay } from '@/format/dates';

/** What is to be relayed: `决定` or `办理进展`, of which opinion and into which letter; no word of the letter itself. */
export function relayInWords({ purpose, letterReference }: Pick<RelayBoardRow, 'purpose' | 'letterReference'>): string {
  const what = purpose === 'decision' ? '转告会议决定' : '转告办理进展';
  return letterReference ? `${what} · ${letterReference}` : what;
}

/** When the member was reminded last. */
export function remindedInWords({ remindedAt }: Pick<RelayBoardRow, 'remindedAt'>): string {
  return remindedAt ? `${formatDay(remindedAt)}提醒过` : '没有提醒过';
}
