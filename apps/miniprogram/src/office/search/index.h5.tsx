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

function Search() {
  const wide = useWide();
  const search = useSearch(useRouter().params);
  const { current, move } = search;
  const [helping, setHelping] = useState(false);
  useListGestures(search.list);
  const keys: readonly DeskKey[] = [
    { key: '/', words: '写搜索词', run: () => document.getElementById(SEARCH_FIELD)?.focus() },
    { key: 'j', words: '下一条', run: () => move(1) },
    { key: 'k', words: '上一条', run: () => move(-1) },
    { key: 'Enter', words: '打开这条', run: () => current && openPage(hitUrl(current)) },
    { key: '?', words: '看这张表', run: () => setHelping(true) },
  ];
  useDeskKeys(keys);
  useEffect(() => {
    if (current) document.getElementById(`hit-${current.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <>
      {wide && (
        <div className="desk-toolbar">
          <KeyHelp keys={keys} open={helping} onOpen={setHelping} />
        </div>
      )}
      <SearchView search={search} />
    </>
  );
}

/** Full-text search for the desks. */
export default function SearchPage() {
  return (
    <DeskShell title="全文搜索" url="/office/search/index">
      <Search />
    </DeskShell>
  );
}
