import { LIMITS } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { SectorVoice } from '@/api/types';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { formatDate } from '@/format/dates';
import { ConfirmAct } from '../parts/ConfirmAct';
import { VOICES_KEY } from '../parts/upward-keys';

interface AnswerProps {
  readonly voice: SectorVoice;
}

/** The contributor's say before the text is sent: agree, or object with words that only the convener reads. */
export function Answer({ voice }: AnswerProps) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const path = { id: voice.id };
  const again = () => queries.invalidateQueries({ queryKey: VOICES_KEY });
  const agree = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await api.post('/api/v1/sector-voices/{id}/agree', { path, body: { version: voice.version } });
      await again();
    } catch (error) {
      setFailure(error);
      if (error instanceof ApiProblem && error.status === 409) await again();
    } finally {
      setBusy(false);
    }
  };
  const object = async (words: string) => {
    try {
      await api.post('/api/v1/sector-voices/{id}/object', { path, body: { version: voice.version, words } });
    } finally {
      await again();
    }
  };
  const self = voice.contributors.find((one) => one.self);
  const may = (action: SectorVoice['allowedActions'][number]) => voice.allowedActions.includes(action);
  if (!self || (!may('agree') && !may('object'))) return null;
  return (
    <View className="lx-card">
      <View className="upward__part-label">
        {self.state === 'pending' ? '送出以前请您看看' : `您的回应：${self.stateLabel}`}
      </View>
      {self.words && <View className="lx-prose upward__quote">{self.words}</View>}
      <View>
        {self.state === 'pending' && voice.objectUntil
          ? `全文在下面。${formatDate(voice.objectUntil)}前没有回应，就当作没有不同意见。`
          : '全文在下面。送出以前还可以改。'}
      </View>
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
      <View className="lx-row upward__actions">
        {may('agree') && self.state !== 'agreed' && (
          <Button kind="primary" busy={busy} onTap={() => void agree()}>
            同意
          </Button>
        )}
        {may('object') && (
          <ConfirmAct
            word={self.state === 'objected' ? '改一改我的意见' : '有不同意见'}
            title="提不同意见"
            reason={{ label: '哪里不同意，建议怎么改', hint: '只有召集人会看到', max: LIMITS.objection }}
            onConfirm={object}
          >
            召集人要先改文字，才能送出去。
          </ConfirmAct>
        )}
      </View>
    </View>
  );
}
