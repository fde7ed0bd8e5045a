import { dataFormat, Refusal } from './refusal.js';

/** The fields with which the product's templates were made on WeChat's platform; the kind is the key without its number. */
const FIELDS = ['character_string1', 'thing2', 'time3', 'thing4'];

const FORMATS: Readonly<Record<string, RegExp>> = {
  character_string: /^[\x20-\x7E]{1,32}$/,
  thing: /^[^\n\r]{1,20}$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/,
};
/** Pages of the mini-program, in the main package and the two subpackages. */
const PAGE = /^(pages|member|office)\/[a-z-]+\/index(\?[\w=&%.~-]*)?$/;

/** Checks where a message leads to. @throws {Refusal} 41030 for a page that the mini-program does not have. */
export function checkPage(page: unknown): string | undefined {
  if (page === undefined) return undefined;
  if (typeof page !== 'string' || !PAGE.test(page)) throw new Refusal(41030, 'invalid page');
  return page;
}

/** Checks the fields of a message: all of the template's, no other, each in its format. @throws {Refusal} 47003, 47001. */
export function checkData(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) throw dataFormat('data');
  const given = data as Record<string, unknown>;
  const unknown = Object.keys(given).find((key) => !FIELDS.includes(key));
  if (unknown) throw new Refusal(47003, `argument invalid! data.${unknown} is not in the template`);
  return Object.fromEntries(
    FIELDS.map((key) => {
      const value = (given[key] as { value?: unknown } | undefined)?.value;
      if (typeof value !== 'string' || !FORMATS[key.replace(/\d+$/, '')]?.test(value)) {
        throw new Refusal(47003, `argument invalid! data.${key}.value invalid`);
      }
      return [key, value];
    }),
  );
}
