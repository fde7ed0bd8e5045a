import { LIMITS, textLength } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { OnwardJourney } from '@/api/types';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { Stars, type StarWords } from '@/components/Stars';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/hooks/useDraft';
import { accessible } from '@/theme/accessible';
import { onwardKey } from './useOnward';

/** What 1 to 5 stars say to this question. */
const WORDS: StarWords = ['完全没有', '不太有', '说不准', '听进去了', '完全听进去了'];

interface HeardProps {
  readonly letterId: string;
  readonly heard: OnwardJourney['heard'];
}

function Question({ letterId }: { readonly letterId: string }) {
  const queries = useQueryClient();
  const draft = useDraft(`heard:${letterId}`, { stars: 0, words: '' });
  const { stars, words } = draft.value;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const said = words.trim();
      const onward = await api.post('/api/v1/letters/{id}/heard', {
        path: { id: letterId },
        body: { stars, ...(said !== '' && { words: said }) },
        idempotencyKey: draft.idempotencyKey,
      });
      draft.clear();
      queries.setQueryData(onwardKey(letterId), onward);
      void queries.invalidateQueries({ queryKey: ['letter', letterId] });
    } catch (error) {
      if (error instanceof ApiProblem) draft.renewKey();
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <View className="lx-card">
      <View className="letter-view__label" {...accessible({ role: 'heading' })}>
        您觉得自己的话被听进去了吗？
      </View>
      <Stars
        value={stars}
        onChange={(value) => draft.update({ stars: value })}
        label="您的话被听进去了吗"
        words={WORDS}
      />
      <FormField name="heardWords" label="想说的话" optional counter={{ text: words, max: LIMITS.heardWords }}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={words}
            disabled={busy}
            onChange={(next) => draft.update({ words: next })}
          />
        )}
      </FormField>
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
      <Button
        kind="primary"
        block
        busy={busy}
        disabled={stars === 0 || textLength(words.trim()) > LIMITS.heardWords}
        onTap={() => void send()}
      >
        告诉政协
      </Button>
    </View>
  );
}

/** When everything is done: the one question whether the writer was heard, or what was answered. */
export function Heard({ letterId, heard }: HeardProps) {
  if (heard.asked) return <Question letterId={letterId} />;
  if (heard.stars === null) return null;
  return (
    <View className="lx-card">
      <View className="letter-view__label">您说的：自己的话被听进去了吗？</View>
      <Stars value={heard.stars} label="您的话被听进去了吗" words={WORDS} />
      {heard.words && <View className="lx-prose">{heard.words}</View>}
    </View>
  );
}
