import { LIMITS } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import type { MemberSummary, Opinion } from '@/api/types';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { TextField } from '@/components/TextField';
import { useDebounced } from '@/hooks/useDebounced';
import { CosignTag } from '../parts/UpwardTags';
import { useOpinionAction } from '../parts/useOpinion';
import type { Autosave } from './useAutosave';

/** So many are enough to recognise the one that is meant. */
const SHOWN = 6;

interface FoundProps {
  readonly query: string;
  readonly exceptIds: readonly string[];
  readonly onChoose: (member: MemberSummary) => void;
}

function Found({ query, exceptIds, onChoose }: FoundProps) {
  const members = useQuery({
    queryKey: ['members', 'found', query, SHOWN],
    queryFn: ({ signal }) => api.get('/api/v1/members', { query: { query, limit: SHOWN }, signal }),
  });
  return (
    <QueryView query={members}>
      {({ items }) => {
        const offered = items.filter(({ id }) => !exceptIds.includes(id));
        if (offered.length === 0) return <View className="lx-soft">没有找到可以请的委员，换个字试试。</View>;
        return (
          <View>
            {offered.map((member) => (
              <View key={member.id} className="upward__item upward__person">
                <View>{`${member.name}（${member.sector.name}）`}</View>
                <Button size="small" label={`请${member.name}委员联名`} onTap={() => onChoose(member)}>
                  请他联名
                </Button>
              </View>
            ))}
          </View>
        );
      }}
    </QueryView>
  );
}

interface CosignersProps {
  readonly opinion: Opinion;
  readonly autosave: Autosave;
}

/** Who signs a proposal with its author. Each confirms on the own phone; changed words have to be confirmed again. */
export function Cosigners({ opinion, autosave }: CosignersProps) {
  const act = useOpinionAction(opinion.id);
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const query = useDebounced(words.trim());
  const ids = opinion.cosigners.map(({ memberId }) => memberId);
  const put = async (memberIds: string[]) => {
    setFailure(undefined);
    try {
      await autosave.save();
      await act((version) =>
        api.put('/api/v1/opinions/{id}/cosigners', { path: { id: opinion.id }, body: { version, memberIds } }),
      );
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <View className="lx-card">
      <View className="upward__part-label">联名委员</View>
      <View className="lx-soft lx-small">他们会收到消息，在自己的手机上看过全文再确认。改了文字要重新确认。</View>
      {opinion.cosigners.map((member) => (
        <View key={member.memberId} className="upward__item upward__person">
          <View>{`${member.name}（${member.sectorName}）`}</View>
          <CosignTag state={member.state} />
          <Button
            size="small"
            kind="plain"
            label={`不再请${member.name}委员联名`}
            onTap={() => void put(ids.filter((id) => id !== member.memberId))}
          >
            去掉
          </Button>
        </View>
      ))}
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
      {ids.length < LIMITS.opinionCosigners && (
        <View className="upward__actions">
          <FormField name="cosigners" label="请谁联名" hint="输入姓名、拼音首字母或单位">
            {(control) => <TextField {...control} kind="search" value={words} onChange={setWords} />}
          </FormField>
          {query !== '' && words.trim() !== '' && (
            <Found
              query={query}
              exceptIds={[...ids, opinion.author.memberId]}
              onChoose={({ id }) => {
                setWords('');
                void put([...ids, id]);
              }}
            />
          )}
        </View>
      )}
    </View>
  );
}
