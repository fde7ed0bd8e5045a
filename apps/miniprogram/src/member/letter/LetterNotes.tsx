import { LIMITS, textLength } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { Letter } from '@/api/types';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { TextArea } from '@/components/TextArea';
import { formatMoment } from '@/format/dates';
import { useDraft } from '@/hooks/useDraft';

interface LetterNotesProps {
  readonly letter: Letter;
  readonly act: (change: () => Promise<Letter>) => Promise<Letter>;
}

function NoteForm({ letter, act }: LetterNotesProps) {
  const draft = useDraft(`note:${letter.id}`, { text: '' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { text } = draft.value;
  const save = async () => {
    const words = text.trim();
    if (words === '' || textLength(words) > LIMITS.note) {
      setError(`备注请写 1 至 ${LIMITS.note} 字`);
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await act(() =>
        api.post('/api/v1/letters/{id}/notes', {
          path: { id: letter.id },
          body: { version: letter.version, text: words },
          idempotencyKey: draft.idempotencyKey,
        }),
      );
      draft.clear();
    } catch (failure) {
      if (failure instanceof ApiProblem) draft.renewKey();
      setError(failure instanceof ApiProblem ? (failure.messageOf('text') ?? failure.detail) : sentenceOf(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <View>
      <FormField name="note" label="给自己记一笔" error={error} counter={{ text, max: LIMITS.note }}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={text}
            disabled={busy}
            onChange={(words) => draft.update({ text: words })}
          />
        )}
      </FormField>
      <Button size="small" busy={busy} onTap={() => void save()}>
        记下
      </Button>
    </View>
  );
}

/** Notes of the addressee to self; nobody else ever sees them. */
export function LetterNotes({ letter, act }: LetterNotesProps) {
  const mayWrite = letter.allowedActions.includes('note');
  if (!mayWrite && letter.notes.length === 0) return null;
  return (
    <View className="lx-card">
      <View className="member-letter__part">备注（只有您自己看得到）</View>
      {letter.notes.map((note) => (
        <View key={note.id} className="member-letter__note">
          <View className="lx-prose">{note.text}</View>
          <View className="lx-soft lx-small">{formatMoment(note.at)}</View>
        </View>
      ))}
      {mayWrite && <NoteForm letter={letter} act={act} />}
    </View>
  );
}
