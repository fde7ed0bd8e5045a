import { INFORMATION_MAX, LIMITS, OPINION_SECTIONS, type OpinionKind, textLength } from '@lianxin/shared';
import { type Fields, partField } from './fields';

/** Where in the editor something is asked for. */
export const EDITOR_STEPS = ['words', 'sources', 'where', 'check'] as const;
export type EditorStep = (typeof EDITOR_STEPS)[number];

/** Something that has to be put right before the opinion can be handed in. */
export interface Missing {
  /** Name of the field as in {@link Fields}, or `cosigners`. */
  readonly field: string;
  readonly message: string;
  readonly step: EditorStep;
}

function lengthOf(text: string | null | undefined): number {
  return textLength((text ?? '').trim());
}

/** Most characters of a field; none where it is a choice. */
export function maxOf(kind: OpinionKind, field: string): number | undefined {
  if (field === 'title') return LIMITS.opinionTitle;
  if (field === 'suggestedBody' || field === 'topicBody') return LIMITS.suggestedBody;
  return OPINION_SECTIONS[kind].find(({ key }) => partField(key) === field)?.max;
}

/** Characters in all parts of the text together. */
export function textTotal(kind: OpinionKind, fields: Fields): number {
  return OPINION_SECTIONS[kind].reduce((sum, { key }) => sum + lengthOf(fields[partField(key)]), 0);
}

/** How many characters there are too many in all parts together; only a 社情民意信息 has a limit of the whole (design §4). */
export function overTotal(kind: OpinionKind, fields: Fields): number {
  return kind === 'information' ? Math.max(0, textTotal(kind, fields) - INFORMATION_MAX) : 0;
}

/** Fields that hold more than the server takes. They stay on the device until they are shorter. */
export function tooLong(kind: OpinionKind, fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => {
    const max = maxOf(kind, name);
    return max !== undefined && lengthOf(fields[name]) > max;
  });
}

/** Name in the editor of a field of the API: `sections.situation` is `part.situation`. */
export function fieldOfProblem(field: string): string {
  return field.startsWith('sections.') ? partField(field.slice('sections.'.length)) : field;
}

/** Where a field is asked for. */
export function stepOfField(field: string): EditorStep {
  if (field === 'title' || field.startsWith('part.') || field === 'sections') return 'words';
  if (field.startsWith('sources') || field.startsWith('cosigners') || field === 'memberIds') return 'sources';
  return 'where';
}

/**
 * What is missing before handing in, in the order in which it is asked for. The API checks the same again.
 * @param cosignPending members asked to sign who have not answered
 */
export function missingOf(kind: OpinionKind, fields: Fields, cosignPending: number): readonly Missing[] {
  const missing: Missing[] = [];
  const need = (field: string, message: string, step: EditorStep) => missing.push({ field, message, step });
  const long = new Set(tooLong(kind, fields));
  if (lengthOf(fields.title) === 0) need('title', '请写一个标题', 'words');
  if (long.has('title')) need('title', `标题最多 ${LIMITS.opinionTitle} 字`, 'words');
  for (const { key, label, max } of OPINION_SECTIONS[kind]) {
    const field = partField(key);
    if (lengthOf(fields[field]) === 0) need(field, `请写“${label}”`, 'words');
    if (long.has(field)) need(field, `“${label}”最多 ${max} 字`, 'words');
  }
  const over = overTotal(kind, fields);
  if (over > 0) {
    const first = OPINION_SECTIONS[kind][0];
    need(
      first ? partField(first.key) : 'title',
      `社情民意信息全文最多 ${INFORMATION_MAX} 字，现在多了 ${over} 字`,
      'words',
    );
  }
  if (!fields.theme) need('theme', '请选主题', 'where');
  if (kind === 'topic' && !fields.topicUse) need('topicUse', '请选建议用于什么', 'where');
  if (kind === 'topic' && lengthOf(fields.topicBody) === 0) need('topicBody', '请写建议由哪个单位组织', 'where');
  if (fields.desk === 'special_committee' && !fields.deskUnitId) need('deskUnitId', '请选交给哪个专门委员会', 'where');
  for (const field of ['suggestedBody', 'topicBody']) {
    if (long.has(field)) need(field, `最多 ${LIMITS.suggestedBody} 字`, 'where');
  }
  if (cosignPending > 0) need('cosigners', `还有 ${cosignPending} 位委员没有答复是否联名`, 'sources');
  return missing;
}
