import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useListGestures } from '@/hooks/useInfiniteList';
import { useWide } from '@/hooks/useWide';
import { openPage } from '@/navigation';
import { DeskShell } from '../DeskShell';
import type { DeskKey } from '../parts/desk-keys';
import { KeyHelp } from '../parts/KeyHelp';
import { useDeskKeys } from '../parts/useDeskKeys';
import { hitUrl } from './hit-url';
import { SEARCH_FIELD, SearchView } from './SearchView';
import { useSearch } from './useSearch';

const KEYS: readonly Omit<DeskKey, 'run'>[] = [
  { key: '/', words: '写搜索词' },
  { key: 'j', words: '下一条' },
  { key: 'k', words: '上一条' },
  { key: 'Enter', words: '打开这条' },
];

function Search() {
  const search = useSearch(useRouter().params);
  const { current, move } = search;
  useListGestures(search.list);
  const runs = new Map<string, () => void>([
    ['/', () => document.getElementById(SEARCH_FIELD)?.focus()],
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ['Enter', () => current && openPage(hitUrl(current))],
  ]);
  useDeskKeys(KEYS.map((key) => ({ ...key, run: () => runs.get(key.key)?.() })));
  useEffect(() => {
    if (current) document.getElementById(`hit-${current.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return <SearchView search={search} />;
}

/** Full-text search for the desks. */
export default function SearchPage() {
  const wide = useWide();
  const [helping, setHelping] = useState(false);
  const help = { key: '?', words: '看这张表', run: () => setHelping(true) };
  useDeskKeys([help]);
  return (
    <DeskShell
      title="全文搜索"
      url="/office/search/index"
      actions={wide && <KeyHelp keys={[...KEYS, help]} open={helping} onOpen={setHelping} />}
    >
      <Search />
    </DeskShell>
  );
}
