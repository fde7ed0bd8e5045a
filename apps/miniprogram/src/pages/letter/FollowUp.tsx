import { LIMITS, textLength } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { Letter, Photo } from '@/api/types';
import { Button } from '@/components/Button';
import { ErrorSummary } from '@/components/ErrorSummary';
import { FormField } from '@/components/FormField';
import { PhotoPicker } from '@/components/PhotoPicker';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/hooks/useDraft';
import { useLetterAction } from './useLetter';

interface FollowUpDraft {
  readonly text: string;
  readonly photos: readonly Photo[];
}

interface FollowUpProps {
  readonly letter: Letter;
  readonly onClose: () => void;
}

/** A further message to the member, kept on the device until the server has it. */
export function FollowUp({ letter, onClose }: FollowUpProps) {
  const draft = useDraft<FollowUpDraft>(`follow-up:${letter.id}`, { text: '', photos: [] });
  const { text, photos } = draft.value;
  const act = useLetterAction(letter.id);
  const [uploading, setUploading] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const length = textLength(text.trim());
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await act(() =>
        api.post('/api/v1/letters/{id}/follow-up', {
          path: { id: letter.id },
          body: { text: text.trim(), photoIds: photos.map((photo) => photo.id), version: letter.version },
          idempotencyKey: draft.idempotencyKey,
        }),
      );
      draft.clear();
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const problem = failure instanceof ApiProblem ? failure : undefined;
  return (
    <View className="lx-card">
      <ErrorSummary errors={problem?.errors ?? []} message={failure === undefined ? undefined : sentenceOf(failure)} />
      <FormField
        name="text"
        label="追问"
        hint={`${letter.member.name}委员会在同一封信里看到，并继续答复您。`}
        error={problem?.messageOf('text')}
        counter={{ text, max: LIMITS.letterText }}
      >
        {(control) => (
          <TextArea {...control} value={text} onChange={(next) => draft.update({ text: next })} disabled={busy} />
        )}
      </FormField>
      <FormField name="photoIds" label="照片" optional error={problem?.messageOf('photoIds')}>
        {() => (
          <PhotoPicker
            photos={photos}
            onChange={(next) => draft.update({ photos: next })}
            onPendingChange={setUploading}
            disabled={busy}
          />
        )}
      </FormField>
      <View className="lx-row">
        <Button
          kind="primary"
          busy={busy}
          disabled={uploading || length === 0 || length > LIMITS.letterText}
          onTap={() => void send()}
        >
          {uploading ? '照片还在上传' : '送出追问'}
        </Button>
        <Button kind="plain" disabled={busy} onTap={onClose}>
          先不问了
        </Button>
      </View>
    </View>
  );
}
