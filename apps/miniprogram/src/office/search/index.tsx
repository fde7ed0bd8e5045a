import { useRouter } from '@tarojs/taro';
import { useListGestures } from '@/hooks/useInfiniteList';
import { DeskPage } from '../parts/DeskPage';
import { SearchView } from './SearchView';
import { useSearch } from './useSearch';

function Search() {
  const search = useSearch(useRouter().params);
  useListGestures(search.list);
  return <SearchView search={search} />;
}

/** Full-text search for the desks. */
export default function SearchPage() {
  return (
    <DeskPage title="全文搜索" url="/office/search/index">
      <Search />
    </DeskPage>
  );
}
