import { LIMITS, textLength } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { Relay } from '@/api/types';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/hooks/useDraft';
import { OPINIONS_KEY, RELAYS_KEY } from '../parts/upward-keys';

interface RelayFormProps {
  readonly relay: Relay;
  readonly onSent: (relay: Relay) => void;
}

/** The ready words, to be looked at, changed if wished, and sent. Changes are kept on the device until they have arrived. */
export function RelayForm({ relay, onSent }: RelayFormProps) {
  const queries = useQueryClient();
  const draft = useDraft<{ text: string | null }>(`relay:${relay.id}`, { text: null });
  const text = draft.value.text ?? relay.text;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const length = textLength(text.trim());
  const name = relay.letter?.writerName ?? '写信的人';
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const sent = await api.post('/api/v1/relays/{id}/send', {
        path: { id: relay.id },
        body: { version: relay.version, text: text.trim() },
        idempotencyKey: draft.idempotencyKey,
      });
      draft.clear();
      queries.setQueryData([...RELAYS_KEY, 'one', relay.id], sent);
      void queries.invalidateQueries({ queryKey: [...RELAYS_KEY, 'list'] });
      void queries.invalidateQueries({ queryKey: [...RELAYS_KEY, 'counts'] });
      void queries.invalidateQueries({ queryKey: OPINIONS_KEY });
      onSent(sent);
    } catch (error) {
      if (error instanceof ApiProblem) {
        // It did not arrive; what is sent next is something new, based on what is true now.
        draft.renewKey();
        if (error.status === 409) await queries.invalidateQueries({ queryKey: [...RELAYS_KEY, 'one', relay.id] });
      }
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <View className="lx-card">
      <FormField
        name="text"
        label={`告诉${name}的话`}
        hint="已经拟好，可以改。用大家听得懂的话。"
        error={failure instanceof ApiProblem ? failure.messageOf('text') : undefined}
        counter={{ text, max: LIMITS.relayText }}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={7}
            value={text}
            disabled={busy}
            onChange={(words) => draft.update({ text: words })}
          />
        )}
      </FormField>
      <View className="lx-stack">
        {failure !== undefined && (
          <Notice tone="bad" urgent>
            {sentenceOf(failure)}
          </Notice>
        )}
        <Button
          kind="primary"
          block
          busy={busy}
          disabled={length === 0 || length > LIMITS.relayText}
          onTap={() => void send()}
        >
          {`发给${name}`}
        </Button>
        {draft.value.text !== null && draft.value.text !== relay.text && (
          <Button kind="plain" disabled={busy} onTap={draft.clear}>
            用原来拟好的话
          </Button>
        )}
        <View className="lx-soft lx-small">会出现在原来那封信里。内容审核通过后对方就能看到。</View>
      </View>
    </View>
  );
}
