import { OPINION_DESKS, OPINION_SECTIONS, OPINION_THEMES, type OpinionKind, TOPIC_USES } from '@lianxin/shared';
import type { Opinion, SaveOpinion } from '@/api/types';

/**
 * What of an opinion is typed or chosen, flat, so that two states can be compared field by field: `title`, `theme`, `townshipId`,
 * `desk`, `deskUnitId`, `suggestedBody`, `topicUse`, `topicBody`, and `part.<key>` for each part of the text.
 */
export type Fields = Readonly<Record<string, string | null>>;

const PART = 'part.';

/** Name of the field that holds one part of the text. */
export function partField(key: string): string {
  return `${PART}${key}`;
}

/** The fields as the server has them. Parts that were never written are empty. */
export function fieldsOf(opinion: Opinion): Fields {
  const parts = OPINION_SECTIONS[opinion.kind].map(({ key }) => [
    partField(key),
    opinion.sections.find((part) => part.key === key)?.text ?? '',
  ]);
  return {
    title: opinion.title,
    theme: opinion.theme,
    townshipId: opinion.townshipId,
    desk: opinion.desk,
    deskUnitId: opinion.deskUnitId,
    suggestedBody: opinion.suggestedBody ?? '',
    topicUse: opinion.topicUse,
    topicBody: opinion.topicBody ?? '',
    ...Object.fromEntries(parts),
  };
}

/** What was typed on this device, and what the server had of each of these fields when the typing of it began. */
export interface Kept {
  readonly typed: Fields;
  readonly base: Fields;
}

/** Nothing typed yet. */
export const NOTHING_KEPT: Kept = { typed: {}, base: {} };

/** The server takes spaces off the ends; that alone is no difference. */
function same(one: string | null | undefined, other: string | null | undefined): boolean {
  return (one ?? '').trim() === (other ?? '').trim();
}

/** Types a field. */
export function typeInto(kept: Kept, server: Fields, name: string, value: string | null): Kept {
  const begun = unsavedNames(server, kept).includes(name);
  return {
    typed: { ...kept.typed, [name]: value },
    base: begun ? kept.base : { ...kept.base, [name]: server[name] ?? null },
  };
}

/** Names of the fields that hold something new from this device. */
export function unsavedNames(server: Fields, { typed, base }: Kept): readonly string[] {
  return Object.keys(typed).filter((name) => !same(typed[name], server[name]) && !same(typed[name], base[name]));
}

/** The fields as the person sees them: what was typed here, and for the rest what the server has. */
export function shownOf(server: Fields, kept: Kept): Fields {
  const own = Object.entries(kept.typed).filter(
    ([name, value]) => same(value, server[name]) || !same(value, kept.base[name]),
  );
  return { ...server, ...Object.fromEntries(own) };
}

/** After the server has taken these values: what was typed since is new, the rest is not. */
export function afterSaving(kept: Kept, sent: Fields): Kept {
  return { typed: kept.typed, base: { ...kept.base, ...sent } };
}

/**
 * Fields that both this device and another one have changed, each to something else. The others can be put together without
 * asking.
 */
export function conflictsOf(server: Fields, kept: Kept): readonly string[] {
  return unsavedNames(server, kept).filter((name) => !same(server[name], kept.base[name]));
}

/** Settles a field that two devices have changed: in one's own words, or in the others'. */
export function settle(kept: Kept, server: Fields, name: string, whose: 'own' | 'other'): Kept {
  const value = server[name] ?? null;
  const base = { ...kept.base, [name]: value };
  return whose === 'own' ? { typed: kept.typed, base } : { typed: { ...kept.typed, [name]: value }, base };
}

function oneOf<T extends string>(values: readonly T[], value: string | null | undefined): T | null {
  return values.find((one) => one === value) ?? null;
}

/**
 * What to save: the fields that are to be sent, as the API takes them. Parts go together, because the API keeps the text whole.
 * @param all the fields as they are on screen
 * @param names those of them that the server does not have yet
 */
export function toSave(kind: OpinionKind, all: Fields, names: readonly string[]): Omit<SaveOpinion, 'version'> {
  const has = (name: string) => names.includes(name);
  const deskAsked = has('desk') || has('deskUnitId');
  return {
    ...(has('title') && { title: all.title ?? '' }),
    ...(names.some((name) => name.startsWith(PART)) && {
      sections: OPINION_SECTIONS[kind].map(({ key }) => ({ key, text: all[partField(key)] ?? '' })),
    }),
    ...(has('theme') && { theme: oneOf(OPINION_THEMES, all.theme) }),
    ...(has('townshipId') && { townshipId: all.townshipId }),
    ...(deskAsked && { desk: oneOf(OPINION_DESKS, all.desk) ?? 'sector_group' }),
    ...(deskAsked && all.desk === 'special_committee' && { deskUnitId: all.deskUnitId }),
    ...(has('suggestedBody') && { suggestedBody: all.suggestedBody ?? '' }),
    ...(has('topicUse') && { topicUse: oneOf(TOPIC_USES, all.topicUse) }),
    ...(has('topicBody') && { topicBody: all.topicBody ?? '' }),
  };
}
