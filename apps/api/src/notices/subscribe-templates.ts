import type { LetterScreen, NoticeTemplate } from './notice-kinds.js';

/** What a subscribe message says. `reference` and `subject` are the letter's number and title. */
export interface SubscribeContent {
  readonly reference: string;
  readonly subject: string;
  readonly hint: string;
  readonly at: Date;
}

/** WeChat's limits for the kinds of fields, in characters. */
const LONGEST_THING = 20;
const LONGEST_CHARACTER_STRING = 32;

const CHINA_TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Cuts a text to WeChat's limit, with "…" for what is left out; never through the middle of a character. */
function clip(text: string, longest: number): string {
  const oneLine = text.replaceAll(/\s+/g, ' ').trim();
  if (oneLine.length <= longest) return oneLine;
  let kept = '';
  for (const character of oneLine) {
    if (kept.length + character.length > longest - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A `character_string` takes digits, letters and signs only: of "来信 2026-000123" the number. */
function plainNumber(reference: string): string {
  return reference.replaceAll(/[^\x21-\x7E]/g, '').slice(0, LONGEST_CHARACTER_STRING);
}

/**
 * The template's fields with their values, within WeChat's limits.
 * @param keys of the fields for number, subject, time and hint, separated by commas, as the settings hold them.
 */
export function subscribeData(
  keys: string,
  { reference, subject, hint, at }: SubscribeContent,
): Record<string, string> {
  const values = [
    plainNumber(reference),
    clip(subject, LONGEST_THING),
    CHINA_TIME.format(at),
    clip(hint, LONGEST_THING),
  ];
  return Object.fromEntries(keys.split(',').map((key, index) => [key, values[index] ?? '']));
}

const PAGES: Record<LetterScreen, string> = {
  writer: 'pages/letter/index',
  addressee: 'member/letter/index',
  office: 'office/overdue/index',
};

/** The page that a tap on the message opens. */
export function subscribePage(screen: LetterScreen, letterId: string): string {
  return `${PAGES[screen]}?id=${letterId}`;
}

/** The settings that hold a template's id on WeChat's platform and the keys of its fields. */
export const TEMPLATE_SETTINGS = {
  letter_received: { id: 'WECHAT_TEMPLATE_LETTER_RECEIVED', fields: 'WECHAT_FIELDS_LETTER_RECEIVED' },
  letter_answered: { id: 'WECHAT_TEMPLATE_LETTER_ANSWERED', fields: 'WECHAT_FIELDS_LETTER_ANSWERED' },
  letter_due: { id: 'WECHAT_TEMPLATE_LETTER_DUE', fields: 'WECHAT_FIELDS_LETTER_DUE' },
  letter_status: { id: 'WECHAT_TEMPLATE_LETTER_STATUS', fields: 'WECHAT_FIELDS_LETTER_STATUS' },
} as const satisfies Record<NoticeTemplate, { id: string; fields: string }>;
