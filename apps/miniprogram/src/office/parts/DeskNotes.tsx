import { LIMITS, type SubmissionRef, textLength } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { TextArea } from '@/components/TextArea';
import { formatMoment } from '@/format/dates';
import { useDraft } from '@/hooks/useDraft';
import { useDeskNotes } from './useSubmissionDesk';

interface DeskNotesProps {
  readonly about: SubmissionRef;
}

/** What colleagues of the own desk tell each other about a submission; no member ever sees it. */
export function DeskNotes({ about }: DeskNotesProps) {
  const { query, write } = useDeskNotes(about);
  const draft = useDraft(`note:${about.kind}:${about.id}`, { text: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const text = draft.value.text.trim();
  const save = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await write(text);
      draft.clear();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">内部备注</View>
      <QueryView query={query}>
        {(notes) => (
          <View className="lx-stack">
            {notes.length === 0 && <View className="lx-soft lx-small">只有本部门同事看得到，委员看不到。</View>}
            {notes.map((note) => (
              <View key={note.id}>
                <View className="lx-prose">{note.text}</View>
                <View className="lx-soft lx-small">{`${note.authorName} · ${formatMoment(note.at)}`}</View>
              </View>
            ))}
          </View>
        )}
      </QueryView>
      <FormField name="note" label="写一条备注" counter={{ text: draft.value.text, max: LIMITS.deskNote }}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={draft.value.text}
            onChange={(value) => draft.update({ text: value })}
          />
        )}
      </FormField>
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
      <View className="lx-row">
        <Button
          size="small"
          busy={busy}
          disabled={text === '' || textLength(text) > LIMITS.deskNote}
          onTap={() => void save()}
        >
          记下
        </Button>
      </View>
    </View>
  );
}
