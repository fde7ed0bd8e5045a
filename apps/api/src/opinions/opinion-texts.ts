import { INFORMATION_MAX, OPINION_SECTIONS, type OpinionKind, textLength } from '@lianxin/shared';
import { type FieldProblem, fieldInvalid, Problem } from '../platform/problems/problem.js';
import type { Opinion } from './opinion.entity.js';
import type { OpinionPartInput } from './opinions.dto.js';
import type { OpinionPart } from './opinions.views.js';

type Sections = Opinion['sections'];

/** The parts of a text in reading order, those not written yet empty. */
export function partsOf(kind: OpinionKind, sections: Sections): OpinionPart[] {
  return OPINION_SECTIONS[kind].map(({ key, label }) => ({ key, label, text: sections[key] ?? '' }));
}

/** The whole text as one, for searching and likeness. */
export function plainTextOf(sections: Sections): string {
  return Object.values(sections).filter(Boolean).join('\n');
}

/**
 * The parts of a text with some of them set anew.
 * @throws {Problem} 422 on `sections.<n>` for a part that this kind does not have, one given twice or one that is too long.
 */
export function withParts(kind: OpinionKind, sections: Sections, given: readonly OpinionPartInput[]): Sections {
  const merged = { ...sections };
  const seen = new Set<string>();
  given.forEach(({ key, text }, index) => {
    const section = OPINION_SECTIONS[kind].find((known) => known.key === key);
    if (!section || seen.has(key)) {
      throw fieldInvalid(`sections.${index}.key`, 'section_unknown', '正文的这一部分不属于这种类型，请刷新后重试。');
    }
    seen.add(key);
    if (textLength(text) > section.max) {
      const message = `“${section.label}”不能超过 ${section.max} 个字，请删减后再保存。`;
      throw fieldInvalid(`sections.${index}.text`, 'maxLength', message);
    }
    merged[key] = text;
  });
  return merged;
}

/**
 * Checks that a text can be handed in.
 * @throws {Problem} 422 naming everything that is missing or too long.
 */
export function requireComplete(opinion: Opinion): void {
  const missing: FieldProblem[] = [];
  const need = (field: string, value: string | null, message: string) => {
    if (!value) missing.push({ field, code: 'required', message });
  };
  need('title', opinion.title, '请填写标题。');
  need('theme', opinion.theme, '请选择主题。');
  for (const { key, label, text } of partsOf(opinion.kind, opinion.sections)) {
    need(`sections.${key}`, text, `请填写“${label}”。`);
  }
  if (opinion.kind === 'topic') {
    need('topicUse', opinion.topicUse, '请选择这个选题建议用于什么。');
    need('topicBody', opinion.topicBody, '请填写建议由谁组织。');
  }
  if (opinion.kind === 'information') {
    const length = Object.values(opinion.sections).reduce((sum, text) => sum + textLength(text), 0);
    if (length > INFORMATION_MAX) {
      const message = `社情民意信息各部分合计不能超过 ${INFORMATION_MAX} 个字，现在有 ${length} 个字，请删减。`;
      missing.push({ field: 'sections', code: 'maxLength', message });
    }
  }
  const [first] = missing;
  if (!first) return;
  throw new Problem({ status: 422, code: 'validation_failed', detail: first.message, errors: missing });
}
