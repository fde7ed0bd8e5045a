import {
  DECISION_OUTCOME_LABELS,
  DECISION_OUTCOMES,
  DECISION_USE_LABELS,
  type DecisionUse,
  LIMITS,
} from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiProblem, type FieldProblem, sentenceOf } from '@/api/problem';
import type { DigestItem } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { DateField } from '@/components/DateField';
import { ErrorSummary } from '@/components/ErrorSummary';
import { FormField } from '@/components/FormField';
import { SheetSelect } from '@/components/SheetSelect';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { useDraft } from '@/hooks/useDraft';
import {
  becomesSomething,
  type DecisionValues,
  decisionBody,
  needsBody,
  problemsOfDecision,
  USES_IN_ORDER,
  valuesOf,
} from './decision-form';
import type { DigestWork } from './useDigest';

interface PhoneDecisionFormProps {
  readonly item: DigestItem;
  readonly correction: boolean;
  readonly work: Pick<DigestWork, 'decide' | 'correct'>;
  readonly onSaved: () => void;
}

/** On a phone: records what the meeting decided on one item, or what replaces it. */
export function PhoneDecisionForm({ item, correction, work, onSaved }: PhoneDecisionFormProps) {
  const draft = useDraft<DecisionValues>(
    `decision:${item.id}:${item.version}`,
    valuesOf(item.pending ?? (correction ? item.decision : null) ?? undefined),
  );
  const { value: values, update } = draft;
  const [problems, setProblems] = useState<readonly Pick<FieldProblem, 'field' | 'message'>[]>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const errorOf = (field: keyof DecisionValues) => problems.find((problem) => problem.field === field)?.message;
  const save = async () => {
    const found = problemsOfDecision(values, correction);
    setProblems(found);
    setFailure(undefined);
    const { outcome } = values;
    if (found.length > 0 || !outcome) return;
    setBusy(true);
    try {
      const body = decisionBody({ ...values, outcome });
      await (correction ? work.correct(item, body, values.correctionReason.trim()) : work.decide(item, body));
      draft.clear();
      onSaved();
    } catch (error) {
      if (error instanceof ApiProblem) setProblems(error.errors);
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const optionalBody = !needsBody(values);
  return (
    <View>
      <ErrorSummary errors={problems} message={failure} />
      <FormField name="outcome" label="决定" error={errorOf('outcome')}>
        {({ id }) => (
          <ChoiceList
            id={id}
            label="决定"
            choices={DECISION_OUTCOMES.map((value) => ({ value, label: DECISION_OUTCOME_LABELS[value] }))}
            value={values.outcome}
            onChange={(outcome) => update({ outcome })}
          />
        )}
      </FormField>
      <FormField
        name="reason"
        label="理由"
        error={errorOf('reason')}
        counter={{ text: values.reason, max: LIMITS.decisionReason }}
      >
        {(control) => <TextArea {...control} value={values.reason} onChange={(reason) => update({ reason })} />}
      </FormField>
      {becomesSomething(values.outcome) && (
        <>
          <FormField name="use" label="转化为" error={errorOf('use')}>
            {({ id }) => (
              <SheetSelect
                id={id}
                label="转化为"
                noneWord="请选择"
                choices={USES_IN_ORDER.map((value) => ({ value, label: DECISION_USE_LABELS[value] }))}
                value={values.use}
                onChange={(use) => update({ use: use as DecisionUse | undefined })}
              />
            )}
          </FormField>
          <FormField name="responsibleBody" label="承办单位" optional={optionalBody} error={errorOf('responsibleBody')}>
            {(control) => (
              <TextField
                {...control}
                value={values.responsibleBody}
                onChange={(responsibleBody) => update({ responsibleBody })}
              />
            )}
          </FormField>
          <FormField name="dueDate" label="办理期限" optional={optionalBody} error={errorOf('dueDate')}>
            {(control) => <DateField {...control} value={values.dueDate} onChange={(dueDate) => update({ dueDate })} />}
          </FormField>
        </>
      )}
      {correction && (
        <FormField name="correctionReason" label="更正原因" error={errorOf('correctionReason')}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={values.correctionReason}
              onChange={(correctionReason) => update({ correctionReason })}
            />
          )}
        </FormField>
      )}
      <Button kind="primary" block busy={busy} onTap={() => void save()}>
        {correction ? '记录更正' : '记录决定'}
      </Button>
    </View>
  );
}
