import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiProblem, sentenceOf } from '@/api/problem';
import { useDraft } from '@/hooks/useDraft';
import { Button } from '../Button';
import { ChoiceList } from '../ChoiceList';
import { ErrorSummary } from '../ErrorSummary';
import { type ControlProps, FormField } from '../FormField';
import { Notice } from '../Notice';
import { SheetSelect } from '../SheetSelect';
import { TextArea } from '../TextArea';
import { TextField } from '../TextField';
import { type KeptField, type KeptValues, problemsOf, trimmed } from './kept';

interface KeptFormProps<V extends KeptValues> {
  /** Where the draft is kept on the device. */
  readonly draftKey: string;
  readonly fields: readonly KeptField<V>[];
  readonly initial: V;
  readonly saveWord?: string;
  /** Saves; fails with what the API refuses. */
  readonly onSave: (values: V, idempotencyKey: string) => Promise<unknown>;
  readonly onDone: () => void;
}

interface ControlOptions<V extends KeptValues> {
  readonly field: KeptField<V>;
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Control<V extends KeptValues>({ field, control, value, onChange }: ControlOptions<V>) {
  const choices = field.choices ?? [];
  switch (field.kind) {
    case 'choice':
      return <ChoiceList id={control.id} label={field.label} choices={choices} value={value} onChange={onChange} />;
    case 'select':
      return (
        <SheetSelect
          id={control.id}
          label={field.label}
          noneWord={field.optional ? '无' : '请选择'}
          choices={choices}
          value={value === '' ? undefined : value}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      );
    case 'text':
      return <TextArea {...control} value={value} onChange={onChange} rows={5} />;
    default:
      return (
        <TextField {...control} kind={field.kind === 'digits' ? 'digits' : 'text'} value={value} onChange={onChange} />
      );
  }
}

/** The form of a thing that is kept in a list. What is typed stays on the device until the server has it. */
export function KeptForm<V extends KeptValues>(props: KeptFormProps<V>) {
  const { draftKey, fields, initial, saveWord = '保存', onSave, onDone } = props;
  const draft = useDraft<V>(draftKey, initial);
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const found = problemsOf(fields, draft.value);
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await onSave(trimmed(draft.value), draft.idempotencyKey);
      draft.clear();
      onDone();
    } catch (error) {
      if (error instanceof ApiProblem) {
        setProblems([...error.errors]);
        draft.renewKey();
      }
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const discard = () => {
    draft.clear();
    onDone();
  };

  return (
    <View>
      {draft.restored && <Notice>这里是您上次没有保存的内容，可以接着写。</Notice>}
      <ErrorSummary errors={problems} message={failure} />
      {fields.map((field) => (
        <FormField
          key={field.name}
          name={field.name}
          label={field.label}
          hint={field.hint}
          optional={field.optional}
          error={problems.find((problem) => problem.field === field.name)?.message}
          counter={field.max === undefined ? undefined : { text: draft.value[field.name] ?? '', max: field.max }}
        >
          {(control) => (
            <Control
              field={field}
              control={control}
              value={draft.value[field.name] ?? ''}
              onChange={(value) => draft.update({ [field.name]: value } as Partial<V>)}
            />
          )}
        </FormField>
      ))}
      <View className="lx-row">
        <Button kind="primary" busy={busy} onTap={() => void save()}>
          {saveWord}
        </Button>
        <Button kind="plain" disabled={busy} onTap={discard}>
          放弃
        </Button>
      </View>
    </View>
  );
}
