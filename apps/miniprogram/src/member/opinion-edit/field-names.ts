import { OPINION_SECTIONS, type OpinionKind } from '@lianxin/shared';
import { partField } from './fields';

const NAMES: Record<string, string> = {
  title: '标题',
  theme: '主题',
  townshipId: '乡镇（街道）',
  desk: '交给谁',
  deskUnitId: '专门委员会',
  suggestedBody: '建议承办单位',
  topicUse: '建议用途',
  topicBody: '建议组织单位',
};

/** What a field is called on screen. */
export function nameOfField(kind: OpinionKind, field: string): string {
  return NAMES[field] ?? OPINION_SECTIONS[kind].find(({ key }) => partField(key) === field)?.label ?? field;
}

/** True for a field that holds words; the others hold a choice. */
export function isWords(field: string): boolean {
  return NAMES[field] === undefined || field === 'title' || field.endsWith('Body');
}
