import { LIMITS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { LinkRow } from '@/components/LinkRow';
import { MemberCard } from '@/components/MemberCard';
import { Page } from '@/components/Page';
import { TextField } from '@/components/TextField';
import { TwoPane } from '@/components/TwoPane';
import { useDebounced } from '@/hooks/useDebounced';
import { useInfiniteList, useListGestures } from '@/hooks/useInfiniteList';
import { useWide } from '@/hooks/useWide';
import { memberUrl } from '@/navigation/letters';
import { MemberView } from '../member/MemberView';
import { FILTERS, type Filters } from './filters';
import { Suggest } from './Suggest';
import { UnitFilter } from './UnitFilter';
import './index.scss';

/** Who speaks for me (Art. 2, 3): by name, initials, work unit or field, by sector, township or committee, or by the matter itself. */
export default function FindPage() {
  const wide = useWide();
  const [words, setWords] = useState('');
  const [filters, setFilters] = useState<Filters>({});
  const [selected, setSelected] = useState<string>();
  const [filtering, setFiltering] = useState(false);
  const [asking, setAsking] = useState(false);
  const query = useDebounced([...words.trim()].slice(0, LIMITS.query).join(''));
  const members = useInfiniteList({
    queryKey: ['members', query, filters],
    load: (cursor, signal) =>
      api.get('/api/v1/members', {
        query: {
          query,
          sectorId: filters.sector,
          townshipId: filters.township,
          committeeId: filters.committee,
          cursor,
          limit: LIMITS.pageSize,
        },
        signal,
      }),
  });
  useListGestures(members);
  const narrowed = query !== '' || Object.values(filters).some(Boolean);
  // On a phone they would push the members off the screen.
  const showFilters = wide || filtering;
  const reset = () => {
    setWords('');
    setFilters({});
  };
  const shown = selected ?? members.items[0]?.id;

  const list = (
    <View>
      <View className="find__search">
        <TextField
          id="find-query"
          kind="search"
          label="搜索委员"
          value={words}
          onChange={setWords}
          placeholder="搜姓名、首字母、单位"
        />
      </View>
      {showFilters && (
        <View className="find__filters">
          {FILTERS.map((filter) => (
            <UnitFilter
              key={filter.kind}
              filter={filter}
              value={filters[filter.kind]}
              onChange={(id) => setFilters((before) => ({ ...before, [filter.kind]: id }))}
            />
          ))}
        </View>
      )}
      <View className="find__ways">
        {asking ? (
          <Suggest onClose={() => setAsking(false)} />
        ) : (
          <View className="lx-card lx-rows">
            <LinkRow title="不知道找谁？" text="说说您的事，帮您推荐合适的委员" onTap={() => setAsking(true)} />
            {!showFilters && <LinkRow title="按界别、乡镇、专委会找" onTap={() => setFiltering(true)} />}
          </View>
        )}
      </View>
      <InfiniteListView
        list={members}
        keyOf={(member) => member.id}
        label="委员名册"
        empty={
          narrowed ? (
            <Empty title="没有找到这样的委员" text="换个字试试，或者放宽条件。">
              <Button onTap={reset}>清除条件，看全部委员</Button>
            </Empty>
          ) : (
            <Empty title="名册里还没有委员" text="办公室导入名册以后，这里就能找到委员。" />
          )
        }
      >
        {(member) => (
          <MemberCard
            member={member}
            href={wide ? undefined : memberUrl(member.id)}
            onTap={wide ? () => setSelected(member.id) : undefined}
            selected={wide && member.id === shown}
          />
        )}
      </InfiniteListView>
    </View>
  );
  return (
    <Page title="找委员" tab="find" wide>
      <TwoPane list={list} detail={shown && <MemberView id={shown} writeButton />} />
    </Page>
  );
}
