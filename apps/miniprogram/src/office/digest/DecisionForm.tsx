import {
  DECISION_OUTCOME_LABELS,
  DECISION_OUTCOMES,
  DECISION_USE_LABELS,
  type DecisionOutcome,
  LIMITS,
  textLength,
} from '@lianxin/shared';
import { AutoComplete, Button, Input, Radio, Select, Space } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { ApiProblem, type FieldProblem, sentenceOf } from '@/api/problem';
import type { DigestItem } from '@/api/types';
import { DateField } from '@/components/DateField';
import { Notice } from '@/components/Notice';
import { useDraft } from '@/hooks/useDraft';
import {
  becomesSomething,
  type DecisionValues,
  decisionBody,
  needsBody,
  problemsOfDecision,
  REASON_BEGINNINGS,
  USES_IN_ORDER,
  valuesOf,
} from './decision-form';
import { Field } from './Field';
import type { DigestWork } from './useDigest';

/** Element that the page's keys put the cursor into. */
export const REASON_ID = 'decision-reason';

interface DecisionFormProps {
  readonly item: DigestItem;
  /** Records what replaces a decision that was signed. */
  readonly correction: boolean;
  /** What was decided on another item last: body and day are often the same. */
  readonly before: DecisionValues | undefined;
  /** Bodies that this digest names already. */
  readonly bodies: readonly string[];
  readonly work: Pick<DigestWork, 'decide' | 'correct'>;
  readonly onSaved: (values: DecisionValues) => void;
  /** Chooses an outcome from outside, by the page's keys. */
  readonly bindOutcome: (choose: (outcome: DecisionOutcome) => void) => void;
}

const OUTCOMES = DECISION_OUTCOMES.map((value, index) => ({
  value,
  label: `${index + 1} ${DECISION_OUTCOME_LABELS[value]}`,
}));
const USES = USES_IN_ORDER.map((value) => ({ value, label: DECISION_USE_LABELS[value] }));

/** Records what the meeting decided on one item; quick to fill in by keyboard alone. What is typed stays on the device until it is recorded. */
export function DecisionForm(props: DecisionFormProps) {
  const { item, correction, before, bodies, work, onSaved, bindOutcome } = props;
  const draft = useDraft<DecisionValues>(
    `decision:${item.id}:${item.version}`,
    valuesOf(item.pending ?? (correction ? item.decision : null) ?? undefined),
  );
  const { value: values, update } = draft;
  const [problems, setProblems] = useState<readonly Pick<FieldProblem, 'field' | 'message'>[]>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  bindOutcome((outcome) => update({ outcome }));
  const errorOf = (field: keyof DecisionValues) => problems.find((problem) => problem.field === field)?.message;

  const save = async () => {
    const found = problemsOfDecision(values, correction);
    setProblems(found);
    setFailure(undefined);
    const { outcome } = values;
    if (found.length > 0 || !outcome || busy) return;
    setBusy(true);
    try {
      const body = decisionBody({ ...values, outcome });
      await (correction ? work.correct(item, body, values.correctionReason.trim()) : work.decide(item, body));
      draft.clear();
      onSaved(values);
    } catch (error) {
      if (error instanceof ApiProblem) setProblems(error.errors);
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
  };
  const becomes = becomesSomething(values.outcome);
  const body = needsBody(values);
  return (
    // The keys of the form work from any of its fields.
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside are what is operated
    <div className="decision-form" onKeyDown={press}>
      {draft.restored && <Notice>这里是您上次没有保存的内容。</Notice>}
      <Field name="outcome" label="决定" error={errorOf('outcome')}>
        {() => (
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            className="decision-form__outcomes"
            aria-label="决定"
            value={values.outcome}
            onChange={(event) => update({ outcome: event.target.value as DecisionOutcome })}
            options={OUTCOMES}
          />
        )}
      </Field>
      <Field name="reason" label="理由" error={errorOf('reason')} id={REASON_ID}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 8 }}
            value={values.reason}
            onChange={(event) => update({ reason: event.target.value })}
          />
        )}
      </Field>
      {values.outcome && values.reason.trim() === '' && (
        <div className="decision-form__beginnings">
          {REASON_BEGINNINGS[values.outcome].map((words) => (
            <Button key={words} size="small" onClick={() => update({ reason: words })}>
              {words}
            </Button>
          ))}
        </div>
      )}
      {becomes && (
        <Field name="use" label="转化为" error={errorOf('use')}>
          {(control) => (
            <Select
              {...control}
              showSearch
              optionFilterProp="label"
              className="decision-form__wide"
              value={values.use}
              onChange={(use) => update({ use })}
              options={USES}
            />
          )}
        </Field>
      )}
      {becomes && (
        <div className="decision-form__pair">
          <Field
            name="responsibleBody"
            label={body ? '承办单位' : '承办单位（可不填）'}
            error={errorOf('responsibleBody')}
          >
            {(control) => (
              <AutoComplete
                {...control}
                className="decision-form__wide"
                value={values.responsibleBody}
                onChange={(responsibleBody: string) => update({ responsibleBody })}
                options={bodies.filter((name) => name.includes(values.responsibleBody)).map((value) => ({ value }))}
              />
            )}
          </Field>
          <Field name="dueDate" label={body ? '办理期限' : '办理期限（可不填）'} error={errorOf('dueDate')}>
            {({ id, status, ...described }) => (
              <DateField
                id={id}
                invalid={status === 'error'}
                describedBy={described['aria-describedby']}
                value={values.dueDate}
                onChange={(dueDate) => update({ dueDate })}
              />
            )}
          </Field>
        </div>
      )}
      {becomes && before && (before.responsibleBody || before.dueDate) && (
        <Button
          size="small"
          className="decision-form__before"
          onClick={() => update({ use: before.use, responsibleBody: before.responsibleBody, dueDate: before.dueDate })}
        >
          {`沿用上一件：${[before.responsibleBody, before.dueDate].filter(Boolean).join('，')}`}
        </Button>
      )}
      {correction && (
        <Field name="correctionReason" label="更正原因" error={errorOf('correctionReason')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={values.correctionReason}
              onChange={(event) => update({ correctionReason: event.target.value })}
            />
          )}
        </Field>
      )}
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
      <Space wrap>
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {correction ? '记录更正（Ctrl+回车）' : '保存，下一件（Ctrl+回车）'}
        </Button>
        {textLength(values.reason) > LIMITS.decisionReason * 0.8 && (
          <span className="lx-soft lx-small">{`理由 ${textLength(values.reason)} / ${LIMITS.decisionReason} 字`}</span>
        )}
      </Space>
    </div>
  );
}
