import { LIMITS } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { MemberSummary } from '@/api/types';
import { Empty } from '@/components/Empty';
import { FormField } from '@/components/FormField';
import { Loading } from '@/components/Loading';
import { MemberCard } from '@/components/MemberCard';
import { MemberSuggestions } from '@/components/MemberSuggestions';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { TextField } from '@/components/TextField';
import { useDebounced } from '@/hooks/useDebounced';
import { messageOf, type Writing } from './useWriting';

/** Enough to find the one that is meant; more words narrow it down. */
const FOUND = 10;
const CHOOSE = '选这位';

function Found({ query, onChoose }: { readonly query: string; readonly onChoose: (member: MemberSummary) => void }) {
  const members = useQuery({
    queryKey: ['members', 'found', query],
    queryFn: ({ signal }) => api.get('/api/v1/members', { query: { query, limit: FOUND }, signal }),
  });
  return (
    <QueryView query={members} loading={<Loading cards={2} label="正在找" />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="没有找到这样的委员" text="换个字试试，或者从推荐里选。" />
        ) : (
          <View className="lx-stack">
            {items.map((member) => (
              <MemberCard key={member.id} member={member} action={CHOOSE} onTap={() => onChoose(member)} />
            ))}
          </View>
        )
      }
    </QueryView>
  );
}

/** To whom: suggestions from the words of the letter, or a search. A tap chooses and goes on. */
export function MemberStep({ writing }: { readonly writing: Writing }) {
  const { draft, choose, goTo, problems } = writing;
  const [words, setWords] = useState('');
  const query = useDebounced([...words.trim()].slice(0, LIMITS.query).join(''));
  const pick = (member: MemberSummary) => {
    choose(member, false);
    goTo('you');
  };
  return (
    <View>
      {draft.member && (
        <View className="write__chosen">
          <Notice tone="good">{`现在选的是：${draft.member.name}委员（${draft.member.sector.name}）`}</Notice>
        </View>
      )}
      <FormField
        name="memberId"
        label="知道找谁？直接搜"
        error={messageOf(problems, 'memberId')}
        hint="姓名、拼音首字母、单位都行"
      >
        {(control) => <TextField {...control} kind="search" value={words} onChange={setWords} />}
      </FormField>
      {query ? (
        <Found query={query} onChoose={pick} />
      ) : (
        <>
          <View className="write__similar-title">按您写的内容，推荐这几位</View>
          <MemberSuggestions
            text={`${draft.title}\n${draft.text}`}
            townshipId={draft.townshipId}
            action={CHOOSE}
            onChoose={pick}
          />
        </>
      )}
    </View>
  );
}
