import { LIMITS, textLength } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { Letter, Photo } from '@/api/types';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { PhotoPicker } from '@/components/PhotoPicker';
import { SheetSelect } from '@/components/SheetSelect';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/hooks/useDraft';
import { whatChanged } from './what-changed';

interface AnswerDraft {
  readonly text: string;
  readonly photos: readonly Photo[];
}

const EMPTY: AnswerDraft = { text: '', photos: [] };

interface AnswerFormProps {
  readonly letter: Letter;
  readonly act: (change: () => Promise<Letter>) => Promise<Letter>;
  /** The letter as it was last seen, after a refusal as it is now. */
  readonly latest: () => Letter | undefined;
  /** Told whether words were sent and have not arrived: they stay on screen even if no answer is allowed any more. */
  readonly onUnsent: (unsent: boolean) => void;
  readonly onSent: () => void;
}

function TemplateSelect({ onInsert }: { readonly onInsert: (text: string) => void }) {
  const { data } = useQuery({
    queryKey: ['answer-templates', 'choices'],
    queryFn: ({ signal }) => api.get('/api/v1/answer-templates', { signal }),
  });
  const templates = data?.items ?? [];
  if (templates.length === 0) return null;
  return (
    <SheetSelect
      label="插入模板"
      noneWord="从模板插入文字"
      choices={templates.map((template) => ({
        value: template.id,
        label: template.owner === 'office' ? `${template.title}（办公室）` : template.title,
        hint: template.text,
      }))}
      value={undefined}
      onChange={(id) => {
        const template = templates.find((one) => one.id === id);
        if (template) onInsert(template.text);
      }}
    />
  );
}

/** Where a member writes an answer. Kept on the device until it has arrived; when another device was faster, it says so. */
export function AnswerForm({ letter, act, latest, onUnsent, onSent }: AnswerFormProps) {
  const draft = useDraft<AnswerDraft>(`answer:${letter.id}`, EMPTY);
  const { text, photos } = draft.value;
  const [photosPending, setPhotosPending] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fieldError, setFieldError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [changes, setChanges] = useState<readonly string[]>([]);

  const allowed = letter.allowedActions.includes('answer');
  const refused = (error: unknown) => {
    if (error instanceof ApiProblem) {
      // It did not arrive; what is sent next is something new.
      draft.renewKey();
      setFieldError(error.messageOf('text'));
      if (error.status === 409) {
        const now = latest();
        setChanges(now ? whatChanged(letter, now) : []);
      }
    }
    setFailure(sentenceOf(error));
  };
  const send = async () => {
    const words = text.trim();
    setFailure(undefined);
    setChanges([]);
    if (words === '' || textLength(words) > LIMITS.letterText) {
      setFieldError(`回复请写 1 至 ${LIMITS.letterText} 字`);
      return;
    }
    setFieldError(undefined);
    onUnsent(true);
    setBusy(true);
    try {
      await act(() =>
        api.post('/api/v1/letters/{id}/answer', {
          path: { id: letter.id },
          body: { version: letter.version, text: words, photoIds: photos.map((photo) => photo.id) },
          idempotencyKey: draft.idempotencyKey,
        }),
      );
      draft.clear();
      onUnsent(false);
      onSent();
    } catch (error) {
      refused(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <View className="lx-card">
      <FormField
        name="text"
        label={letter.state === 'answered' ? '再回复一次' : '回复写信人'}
        error={fieldError}
        counter={{ text, max: LIMITS.letterText }}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={5}
            value={text}
            disabled={busy}
            placeholder="先说结果，再说原因和下一步"
            onChange={(words) => draft.update({ text: words })}
          />
        )}
      </FormField>
      <View className="lx-stack">
        <TemplateSelect
          onInsert={(words) => draft.update({ text: text.trim() === '' ? words : `${text.trimEnd()}\n${words}` })}
        />
        <PhotoPicker
          photos={photos}
          onChange={(next) => draft.update({ photos: next })}
          onPendingChange={setPhotosPending}
          disabled={busy}
        />
        {failure && (
          <Notice
            tone={changes.length > 0 ? 'warn' : 'bad'}
            title={changes.length > 0 ? '这封信刚刚有了变化' : undefined}
            urgent
          >
            {changes.map((change) => (
              <View key={change}>{change}</View>
            ))}
            <View>{changes.length > 0 ? '您写的内容还在这里。请看过上面的往来，再决定要不要发送。' : failure}</View>
          </Notice>
        )}
        <Button kind="primary" block busy={busy} disabled={photosPending || !allowed} onTap={() => void send()}>
          {photosPending ? '照片还在上传' : allowed ? '发送回复' : '现在不能再回复'}
        </Button>
        <View className="lx-soft lx-small">内容审核通过后，写信人就能看到。没写完也会自动保存在本机。</View>
      </View>
    </View>
  );
}
