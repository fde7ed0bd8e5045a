import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { Opinion } from '@/api/types';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { ConfirmAct } from '../parts/ConfirmAct';
import { OPINIONS_KEY } from '../parts/upward-keys';
import { opinionKey } from '../parts/useOpinion';

interface CosignProps {
  readonly opinion: Opinion;
  readonly onDeclined: () => void;
}

/** The question to a member asked to sign: the whole text stands below, and the answer is to exactly this text. */
export function Cosign({ opinion, onDeclined }: CosignProps) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const self = opinion.cosigners.find((one) => one.self);
  if (!self) return null;
  const answer = async (decision: 'confirmed' | 'declined') => {
    const body = { version: opinion.version, decision };
    await api.post('/api/v1/opinions/{id}/cosign', { path: { id: opinion.id }, body });
    void queries.invalidateQueries({ queryKey: [...OPINIONS_KEY, 'list'] });
    void queries.invalidateQueries({ queryKey: [...OPINIONS_KEY, 'counts'] });
  };
  const confirm = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await answer('confirmed');
      await queries.invalidateQueries({ queryKey: opinionKey(opinion.id) });
    } catch (error) {
      setFailure(error);
      // The text has changed under the reader's eyes: it is loaded anew, to be read before signing.
      if (error instanceof ApiProblem) await queries.invalidateQueries({ queryKey: opinionKey(opinion.id) });
    } finally {
      setBusy(false);
    }
  };
  if (self.state === 'confirmed') {
    return (
      <Notice tone="good" title="您已联名">
        文字有改动时，会再请您确认。
      </Notice>
    );
  }
  if (!opinion.allowedActions.includes('cosign')) return null;
  return (
    <View className="lx-card">
      <View className="upward__part-label">{`${opinion.author.name}委员请您联名`}</View>
      <View>请看完下面的全文。您确认后，名字会写在提案上，结果也会反馈给您。</View>
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
      <View className="lx-row upward__actions">
        <Button kind="primary" busy={busy} onTap={() => void confirm()}>
          同意联名
        </Button>
        <ConfirmAct
          word="这次不参加"
          title="不参加联名"
          onConfirm={async () => {
            await answer('declined');
            onDeclined();
          }}
        >
          发起的委员会知道您这次不参加，不用说明理由。之后您就看不到这份提案了。
        </ConfirmAct>
      </View>
    </View>
  );
}
