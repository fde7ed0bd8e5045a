import { LIMITS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { SourceableLetter } from '@/api/types';
import { Button } from '@/components/Button';
import { CheckBox } from '@/components/CheckBox';
import { InfiniteListView } from '@/components/InfiniteListView';
import { TextField } from '@/components/TextField';
import { formatDay } from '@/format/dates';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList } from '@/hooks/useInfiniteList';

interface LetterPickerProps {
  readonly chosenIds: readonly string[];
  readonly onAdd: (letterId: string) => Promise<unknown>;
  readonly onRemove: (letterId: string) => Promise<unknown>;
  readonly onDone: () => void;
}

function hintOf(letter: SourceableLetter): string {
  return [
    letter.excerpt,
    [
      formatDay(letter.sentAt),
      letter.quotable ? '同意引用' : '没有同意引用',
      letter.opinionCount > 0 && `已写进 ${letter.opinionCount} 份意见`,
    ]
      .filter(Boolean)
      .join(' · '),
  ].join('\n');
}

/** The letters of the own mailbox that an opinion may be drawn from; a tap takes one in or leaves it out. */
export function LetterPicker({ chosenIds, onAdd, onRemove, onDone }: LetterPickerProps) {
  const [words, setWords] = useState('');
  const [busyId, setBusyId] = useState<string>();
  const query = useDebounced([...words.trim()].slice(0, LIMITS.query).join(''));
  const list = useInfiniteList<SourceableLetter>({
    queryKey: ['sourceable-letters', 'list', query],
    load: (cursor, signal) => api.get('/api/v1/sourceable-letters', { query: { query, cursor }, signal }),
  });
  const toggle = async (id: string, taken: boolean) => {
    if (busyId) return;
    setBusyId(id);
    try {
      await (taken ? onAdd(id) : onRemove(id));
    } finally {
      setBusyId(undefined);
    }
  };
  return (
    <View className="lx-stack upward__actions">
      <TextField
        id="letter-picker-search"
        kind="search"
        label="搜索我的来信"
        placeholder="搜索标题、编号、内容"
        value={words}
        onChange={setWords}
      />
      <InfiniteListView
        list={list}
        keyOf={(letter) => letter.id}
        label="我的来信"
        empty={<View className="lx-soft">{query ? '没有找到这样的来信。' : '还没有可以选的来信。'}</View>}
      >
        {(letter) => (
          <CheckBox
            label={letter.title}
            hint={hintOf(letter)}
            checked={chosenIds.includes(letter.id)}
            onChange={(taken) => void toggle(letter.id, taken)}
          />
        )}
      </InfiniteListView>
      <Button kind="primary" block onTap={onDone}>
        选好了
      </Button>
    </View>
  );
}
