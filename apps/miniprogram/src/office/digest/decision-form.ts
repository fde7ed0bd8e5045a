import {
  DECISION_OUTCOMES,
  DECISION_USES,
  type DecisionOutcome,
  type DecisionUse,
  LIMITS,
  textLength,
} from '@lianxin/shared';
import type { FieldProblem } from '@/api/problem';

/** What the form of a decision holds. Texts are as typed; days are `YYYY-MM-DD`, `''` for none. */
export interface DecisionValues {
  readonly outcome: DecisionOutcome | undefined;
  readonly reason: string;
  readonly use: DecisionUse | undefined;
  readonly responsibleBody: string;
  readonly dueDate: string;
  /** Why a decision that was signed off is changed; only for corrections. */
  readonly correctionReason: string;
}

/** A form that nobody has filled in. */
export const EMPTY_DECISION: DecisionValues = {
  outcome: undefined,
  reason: '',
  use: undefined,
  responsibleBody: '',
  dueDate: '',
  correctionReason: '',
};

interface RecordedDecision {
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly use?: DecisionUse | null;
  readonly responsibleBody?: string | null;
  readonly dueDate?: string | null;
}

/** A recorded decision as the form holds it; the reason of a correction is always written anew. */
export function valuesOf(decision: RecordedDecision | undefined): DecisionValues {
  if (!decision) return EMPTY_DECISION;
  return {
    outcome: decision.outcome,
    reason: decision.reason,
    use: decision.use ?? undefined,
    responsibleBody: decision.responsibleBody ?? '',
    dueDate: decision.dueDate?.slice(0, 10) ?? '',
    correctionReason: '',
  };
}

/** Whether something becomes of it: then it has to be said what. */
export function becomesSomething(outcome: DecisionOutcome | undefined): boolean {
  return outcome === 'adopted' || outcome === 'partly_adopted';
}

/** Whether somebody has to carry it out by a day. */
export function needsBody(values: Pick<DecisionValues, 'outcome' | 'use'>): boolean {
  return becomesSomething(values.outcome) && values.use === 'referral';
}

type Problem = Pick<FieldProblem, 'field' | 'message'>;

function problemOfText(field: string, label: string, text: string, max: number, required: boolean): Problem[] {
  const length = textLength(text.trim());
  if (length === 0) return required ? [{ field, message: `请填写${label}` }] : [];
  return length > max ? [{ field, message: `${label}最多 ${max} 字，请删去 ${length - max} 字` }] : [];
}

/** What is missing or too long before a decision is recorded; the API asks for the same. */
export function problemsOfDecision(values: DecisionValues, correction: boolean): Problem[] {
  const body = needsBody(values);
  return [
    ...(values.outcome ? [] : [{ field: 'outcome', message: '请选择决定' }]),
    ...problemOfText('reason', '理由', values.reason, LIMITS.decisionReason, true),
    ...(becomesSomething(values.outcome) && !values.use ? [{ field: 'use', message: '请选择转化为什么' }] : []),
    ...problemOfText('responsibleBody', '承办单位', values.responsibleBody, LIMITS.responsibleBody, body),
    ...(body && values.dueDate === '' ? [{ field: 'dueDate', message: '请选择办理期限' }] : []),
    ...(correction ? problemOfText('correctionReason', '更正原因', values.correctionReason, LIMITS.reason, true) : []),
  ];
}

/** The decision as it is sent: only what belongs to its outcome. */
export function decisionBody(values: DecisionValues & { readonly outcome: DecisionOutcome }) {
  const becomes = becomesSomething(values.outcome);
  const responsibleBody = values.responsibleBody.trim();
  return {
    outcome: values.outcome,
    reason: values.reason.trim(),
    ...(becomes && values.use && { use: values.use }),
    ...(becomes && responsibleBody && { responsibleBody }),
    ...(becomes && values.dueDate && { dueDate: values.dueDate }),
  };
}

/** The outcome that a key of the keyboard stands for: 1 to 4 in the order of the glossary. */
export function outcomeOfKey(key: string): DecisionOutcome | undefined {
  return /^[1-4]$/.test(key) ? DECISION_OUTCOMES[Number(key) - 1] : undefined;
}

/** What it becomes, in the order in which offices choose it: carried out by someone first, since most are. */
export const USES_IN_ORDER: readonly DecisionUse[] = ['referral', ...DECISION_USES.filter((use) => use !== 'referral')];

/** Sentences to begin a reason with; the office changes them as the meeting said it. */
export const REASON_BEGINNINGS: Record<DecisionOutcome, readonly string[]> = {
  adopted: ['会议同意所提建议，转有关单位研究办理。', '反映的问题属实，建议可行，列入今年工作。'],
  partly_adopted: ['同意其中可行的部分，其余待条件具备后研究。', '建议与已有安排部分重合，先办理未覆盖的部分。'],
  noted: ['情况已掌握，留作今后研究的参考。', '有关单位正在办理，暂不另作安排。'],
  declined: ['所提事项不属于本县职权范围。', '目前政策和财力条件不具备，暂不采纳。'],
};

interface Decidable {
  readonly id: string;
  readonly decided: boolean;
}

/** The next item without a decision after this one, going round once; undefined when every item has one. */
export function nextUndecided<T extends Decidable>(items: readonly T[], id: string | undefined): T | undefined {
  const at = items.findIndex((item) => item.id === id);
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) => !item.decided && item.id !== id);
}
