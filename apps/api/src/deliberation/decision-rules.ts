import { type FieldProblem, Problem } from '../platform/problems/problem.js';
import type { DecideItem } from './digests.dto.js';

const ADOPTING = new Set<DecideItem['outcome']>(['adopted', 'partly_adopted']);

/**
 * What does not fit together in a decision: what is adopted becomes something (Art. 18, 19), a referral names who does it and by when, and
 * what is not adopted has neither.
 */
export function decisionProblems(input: DecideItem, meetingDate: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, code: string, message: string) => problems.push({ field, code, message });
  if (!ADOPTING.has(input.outcome)) {
    const unfit = '只有采纳或部分采纳的才填写，请删去。';
    if (input.use) wrong('use', 'use_unfit', `“转化为”${unfit}`);
    if (input.responsibleBody) wrong('responsibleBody', 'body_unfit', `承办单位${unfit}`);
    if (input.dueDate) wrong('dueDate', 'date_unfit', `办理期限${unfit}`);
    return problems;
  }
  if (!input.use) wrong('use', 'use_missing', '请选择采纳后转化为什么。');
  if (input.use === 'referral' && !input.responsibleBody) {
    wrong('responsibleBody', 'body_missing', '转交承办单位时，请填写承办单位。');
  }
  if (input.use === 'referral' && !input.dueDate) wrong('dueDate', 'date_missing', '转交承办单位时，请填写办理期限。');
  if (input.dueDate && !input.responsibleBody && input.use !== 'referral') {
    wrong('responsibleBody', 'body_missing', '填写了办理期限，请写明由哪个单位办理。');
  }
  if (input.dueDate && input.dueDate < meetingDate) {
    wrong('dueDate', 'date_before_meeting', '办理期限不能早于会议日期。');
  }
  return problems;
}

/** @throws {Problem} 422 naming every field that does not fit. */
export function requireFittingDecision(input: DecideItem, meetingDate: string): void {
  const errors = decisionProblems(input, meetingDate);
  if (errors.length === 0) return;
  throw new Problem({
    status: 422,
    code: 'validation_failed',
    detail: errors.map(({ message }) => message).join(''),
    errors,
  });
}
