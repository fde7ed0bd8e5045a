import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { MemberSummary } from '@/api/types';
import { useDebounced } from '@/hooks/useDebounced';
import { ChoiceList } from '../ChoiceList';
import { FormField } from '../FormField';
import { QueryView } from '../QueryView';
import { TextField } from '../TextField';
import './index.scss';

/** So many are enough to recognise the one that is meant; whoever is not among them needs more letters of the name. */
const SHOWN = 8;

interface MemberChooserProps {
  readonly label: string;
  readonly chosen: MemberSummary | undefined;
  readonly onChoose: (member: MemberSummary) => void;
  /** Not to be chosen, because the letter lies there already. */
  readonly exceptId?: string;
}

/** Chooses one member by name, pinyin, initials, work unit or field. */
export function MemberChooser({ label, chosen, onChoose, exceptId }: MemberChooserProps) {
  const [words, setWords] = useState('');
  const query = useDebounced(words.trim());
  const members = useQuery({
    queryKey: ['members', 'chooser', query],
    queryFn: ({ signal }) => api.get('/api/v1/members', { query: { query, limit: SHOWN + 1 }, signal }),
    enabled: query !== '',
  });
  return (
    <View className="lx-member-chooser">
      <FormField name="toMemberId" label={label} hint="可以输入姓名、拼音首字母、单位或专业领域">
        {(control) => <TextField {...control} kind="search" value={words} onChange={setWords} />}
      </FormField>
      {query !== '' && (
        <QueryView query={members}>
          {({ items }) => {
            const offered = items.filter((member) => member.id !== exceptId && member.acceptsLetters).slice(0, SHOWN);
            if (offered.length === 0) return <View className="lx-soft">没有找到可以接收来信的委员，换个词试试。</View>;
            return (
              <ChoiceList
                label={label}
                choices={offered.map((member) => ({
                  value: member.id,
                  label: `${member.name}（${member.sector.name}）`,
                  hint: [member.workUnit, member.field].filter(Boolean).join(' · '),
                }))}
                value={chosen?.id}
                onChange={(id) => {
                  const member = offered.find((one) => one.id === id);
                  if (member) onChoose(member);
                }}
              />
            );
          }}
        </QueryView>
      )}
      {chosen && <View className="lx-member-chooser__chosen">{`已选：${chosen.name}（${chosen.sector.name}）`}</View>}
    </View>
  );
}
