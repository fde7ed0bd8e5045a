import { LIMITS, TEXT_KIND_LABELS, TEXT_KINDS, type TextKind } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { TextField } from '@/components/TextField';
import { formatDay } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import { hitUrl } from './hit-url';
import { MarkedText } from './MarkedText';
import type { useSearch } from './useSearch';
import './index.scss';

interface SearchViewProps {
  readonly search: ReturnType<typeof useSearch>;
}

const KINDS: readonly (TextKind | undefined)[] = [undefined, ...TEXT_KINDS];

/** Id of the field, so that a key can lead into it. */
export const SEARCH_FIELD = 'search-words';

/** Searching for words, narrowed by kind; what was found stands out, and each hit opens where the person may read it. */
export function SearchView({ search }: SearchViewProps) {
  const { words, setWords, kind, setKind, enough, list, current } = search;
  return (
    <View className="search lx-stack">
      <TextField
        id={SEARCH_FIELD}
        kind="search"
        label="搜索来信、意见、集体声音和汇总"
        placeholder="至少两个字；几个词用空格隔开"
        value={words}
        onChange={(text) => setWords([...text].slice(0, LIMITS.query).join(''))}
      />
      <View className="search__kinds" {...accessible({ role: 'radiogroup', label: '搜索哪些' })}>
        {KINDS.map((one) => (
          <Tappable
            key={one ?? 'all'}
            role="radio"
            checked={kind === one}
            className={`search__kind ${kind === one ? 'search__kind--chosen' : ''}`}
            onTap={() => setKind(one)}
          >
            {one ? TEXT_KIND_LABELS[one] : '全部'}
          </Tappable>
        ))}
      </View>
      {enough ? (
        <InfiniteListView
          list={list}
          keyOf={({ kind: found, id }) => `${found}:${id}`}
          label="找到的内容"
          empty={<Empty title="没有找到" text="换个说法，或少写几个词试试。" />}
        >
          {(hit) => (
            <Tappable
              id={`hit-${hit.id}`}
              className={`lx-card search__hit ${hit.id === current?.id ? 'search__hit--current' : ''}`}
              href={hitUrl(hit)}
            >
              <View className="lx-row">
                <Tag tone="primary">{TEXT_KIND_LABELS[hit.kind]}</Tag>
                <View className="search__title">
                  <MarkedText text={hit.title} marks={hit.titleMarks} />
                </View>
              </View>
              <View className="search__excerpt">
                <MarkedText text={hit.excerpt} marks={hit.excerptMarks} />
              </View>
              <View className="lx-soft lx-small">
                {[hit.reference, hit.stateLabel, formatDay(hit.at)].filter(Boolean).join(' · ')}
              </View>
            </Tappable>
          )}
        </InfiniteListView>
      ) : (
        <Empty
          title="想找什么？"
          text="输入两个字以上，就会在您看得到的来信、意见建议、集体声音和汇总报送的全文里查找。"
        />
      )}
    </View>
  );
}
