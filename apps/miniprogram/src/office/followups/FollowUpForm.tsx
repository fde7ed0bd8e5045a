import { FOLLOW_UP_STATUS_LABELS, FOLLOW_UP_STATUSES, type FollowUpStatus, LIMITS, textLength } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiProblem, type FieldProblem, sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { ErrorSummary } from '@/components/ErrorSummary';
import { FormField } from '@/components/FormField';
import { PhotoPicker } from '@/components/PhotoPicker';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/hooks/useDraft';
import type { NewFollowUp, useItemFollowUps } from './useFollowUps';

interface FollowUpFormProps {
  readonly itemId: string;
  readonly status: FollowUpStatus;
  readonly record: ReturnType<typeof useItemFollowUps>['record'];
  readonly onRecorded: () => void;
}

/** Records how far the responsible body is, with photos; what is typed stays on the device until the server has it. */
export function FollowUpForm({ itemId, status, record, onRecorded }: FollowUpFormProps) {
  const draft = useDraft<NewFollowUp>(`follow-up:${itemId}`, {
    status: status === 'not_started' ? 'in_hand' : status,
    text: '',
    photos: [],
  });
  const [errors, setErrors] = useState<readonly Pick<FieldProblem, 'field' | 'message'>[]>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [pending, setPending] = useState(false);
  const { value } = draft;
  const save = async () => {
    const length = textLength(value.text.trim());
    const wrong = length < 1 || length > LIMITS.followUpText;
    setErrors(wrong ? [{ field: 'text', message: `请写 1 至 ${LIMITS.followUpText} 字的说明` }] : []);
    setFailure(undefined);
    if (wrong) return;
    setBusy(true);
    try {
      await record(value, draft.idempotencyKey);
      draft.clear();
      onRecorded();
    } catch (error) {
      if (error instanceof ApiProblem) {
        setErrors(error.errors);
        draft.renewKey();
      }
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <View>
      <ErrorSummary errors={errors} message={failure} />
      <FormField name="status" label="办理情况">
        {(control) => (
          <ChoiceList<FollowUpStatus>
            id={control.id}
            label="办理情况"
            choices={FOLLOW_UP_STATUSES.map((each) => ({ value: each, label: FOLLOW_UP_STATUS_LABELS[each] }))}
            value={value.status}
            onChange={(next) => draft.update({ status: next })}
          />
        )}
      </FormField>
      <FormField
        name="text"
        label="说明"
        hint="会告诉委员，再由委员转告写信的群众，请写大白话"
        error={errors.find(({ field }) => field === 'text')?.message}
        counter={{ text: value.text, max: LIMITS.followUpText }}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            value={value.text}
            disabled={busy}
            onChange={(text) => draft.update({ text })}
          />
        )}
      </FormField>
      <PhotoPicker
        photos={value.photos}
        onChange={(photos) => draft.update({ photos })}
        max={LIMITS.followUpPhotos}
        disabled={busy}
        onPendingChange={setPending}
      />
      <View className="follow-up__save">
        <Button kind="primary" block busy={busy} disabled={pending} onTap={() => void save()}>
          {pending ? '照片还在上传' : '记录进展'}
        </Button>
      </View>
    </View>
  );
}
