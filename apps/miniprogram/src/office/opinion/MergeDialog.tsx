import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Opinion } from '@/api/types';
import { ChoiceList } from '@/components/ChoiceList';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FormField } from '@/components/FormField';
import { TextField } from '@/components/TextField';
import { useDebounced } from '@/hooks/useDebounced';
import { SUBMISSIONS_KEY } from '../parts/submissions';
import { likenessInWords } from './similar';
import { useSimilar } from './useOpinion';

/** So many are enough to recognise the one that is meant. */
const SHOWN = 8;

interface MergeDialogProps {
  readonly opinion: Opinion;
  readonly mergeInto: (id: string) => Promise<unknown>;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Chooses what an opinion is merged under: first those that are like it, or by words among what the desk has accepted. */
export function MergeDialog({ opinion, mergeInto, onDone, onClose }: MergeDialogProps) {
  const [words, setWords] = useState('');
  const [intoId, setIntoId] = useState<string>();
  const query = useDebounced(words.trim());
  const similar = useSimilar(opinion, query === '');
  const found = useQuery({
    queryKey: [...SUBMISSIONS_KEY, 'merge-targets', query],
    queryFn: ({ signal }) =>
      api.get('/api/v1/desk/intake', { query: { box: 'accepted', query, limit: SHOWN + 1 }, signal }),
    enabled: query !== '',
  });
  const choices =
    query === ''
      ? (similar.data ?? [])
          .filter((one) => one.mergeable && one.kind === 'opinion')
          .map((one) => ({
            value: one.id,
            label: one.title,
            hint: `${likenessInWords(one.likeness)} · ${one.reference ?? ''} · ${one.sectorName}`,
          }))
      : (found.data?.items ?? [])
          .filter((one) => one.kind === 'opinion' && one.id !== opinion.id)
          .slice(0, SHOWN)
          .map((one) => ({
            value: one.id,
            label: one.title,
            hint: `${one.reference ?? ''} · ${one.authorNames.join('、')}`,
          }));
  const waiting = query === '' ? similar.isPending : found.isPending;
  return (
    <ConfirmDialog
      open
      title="并入另一件"
      confirmWord="并入"
      incomplete={!choices.some(({ value }) => value === intoId)}
      onConfirm={async () => {
        if (!intoId) return;
        await mergeInto(intoId);
        onDone('已经并入，之后同进同出；两位委员和各自的来源都保留。');
      }}
      onClose={onClose}
    >
      <View className="lx-stack">
        <View>
          并入后两件一起列入汇总、一起得到结果，每位委员和每封来信都会收到。
          {opinion.state === 'submitted' ? '这件还没有采集，会先采集再并入。' : ''}
        </View>
        <FormField name="mergeQuery" label="并入哪一件" hint="先列出相似的；也可以输入标题或编号查找已采集的">
          {(control) => <TextField {...control} kind="search" value={words} onChange={setWords} />}
        </FormField>
        {choices.length > 0 ? (
          <ChoiceList label="并入哪一件" choices={choices} value={intoId} onChange={setIntoId} />
        ) : (
          <View className="lx-soft">{waiting ? '正在查找…' : '没有可以并入的，换个词试试。'}</View>
        )}
      </View>
    </ConfirmDialog>
  );
}
