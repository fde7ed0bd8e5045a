import { LIMITS, textLength } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiProblem, sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/hooks/useDraft';
import type { useRemarks } from './useRemarks';

interface RemarkFormProps {
  readonly digestId: string;
  /** Without one the remark is on the digest as a whole. */
  readonly itemId?: string;
  readonly leave: ReturnType<typeof useRemarks>['leave'];
  readonly onLeft?: () => void;
}

/** A leader leaves a remark; what is typed stays on the device until the server has it. */
export function RemarkForm({ digestId, itemId, leave, onLeft }: RemarkFormProps) {
  const draft = useDraft(`remark:${digestId}:${itemId ?? 'digest'}`, { text: '' });
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { text } = draft.value;
  const send = async () => {
    const words = text.trim();
    if (words === '' || textLength(words) > LIMITS.remark) {
      setFailure(`请写 1 至 ${LIMITS.remark} 字`);
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      await leave(words, itemId, draft.idempotencyKey);
      draft.clear();
      onLeft?.();
    } catch (error) {
      if (error instanceof ApiProblem) draft.renewKey();
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <View>
      <FormField
        name={`remark-${itemId ?? 'digest'}`}
        label={itemId ? '对这一件的批注' : '对这次汇总的批注'}
        hint="办公室和主席会议成员看得到"
        error={failure}
        counter={{ text, max: LIMITS.remark }}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={text}
            disabled={busy}
            onChange={(words) => draft.update({ text: words })}
          />
        )}
      </FormField>
      <Button kind="primary" busy={busy} disabled={text.trim() === ''} onTap={() => void send()}>
        写下批注
      </Button>
    </View>
  );
}
