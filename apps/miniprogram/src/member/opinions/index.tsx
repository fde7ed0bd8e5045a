import { OPINION_KIND_LABELS, OPINION_KINDS, OPINION_STATE_LABELS, OPINION_STATES } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Page } from '@/components/Page';
import { SheetSelect } from '@/components/SheetSelect';
import { TextField } from '@/components/TextField';
import { useListGestures } from '@/hooks/useInfiniteList';
import { opinionBeginUrl } from '@/navigation/member';
import { RequireMember } from '../parts/RequireMember';
import { RoleTabs } from '../parts/RoleTabs';
import { OPINIONS_KEY } from '../parts/upward-keys';
import { OpinionCard } from './OpinionCard';
import { filterOf, useOpinions } from './useOpinions';
import '../parts/upward.scss';

const TABS = [
  { value: 'author', label: '我写的' },
  { value: 'cosigner', label: '请我联名的' },
] as const;

function Opinions() {
  const { params } = useRouter();
  const queries = useQueryClient();
  const { filter, change, list, narrowed } = useOpinions(filterOf(params));
  useListGestures(list);
  useDidShow(() => void queries.invalidateQueries({ queryKey: OPINIONS_KEY }));
  const own = filter.role === 'author';
  const nothing = own ? (
    <Empty title="还没有意见建议" text="可以从一封来信开始写，也可以直接写。" />
  ) : (
    <Empty title="没有人请您联名" text="其他委员请您联名提案时，会在这里和“消息”里告诉您。" />
  );
  return (
    <View>
      <View className="upward__filters">
        <RoleTabs label="哪些意见建议" tabs={TABS} value={filter.role} onChange={(role) => change({ role })} />
        <TextField
          id="opinions-search"
          kind="search"
          label="搜索意见建议"
          placeholder="搜索标题、编号"
          value={filter.words}
          onChange={(words) => change({ words })}
        />
        <View className="upward__selects">
          <SheetSelect
            label="状态"
            noneWord="全部状态"
            choices={OPINION_STATES.map((value) => ({ value, label: OPINION_STATE_LABELS[value] }))}
            value={filter.state}
            onChange={(value) => change({ state: OPINION_STATES.find((state) => state === value) })}
          />
          <SheetSelect
            label="类型"
            noneWord="全部类型"
            choices={OPINION_KINDS.map((value) => ({ value, label: OPINION_KIND_LABELS[value] }))}
            value={filter.kind}
            onChange={(value) => change({ kind: OPINION_KINDS.find((kind) => kind === value) })}
          />
        </View>
      </View>
      <InfiniteListView
        list={list}
        keyOf={(opinion) => opinion.id}
        label={own ? '我写的意见建议' : '请我联名的提案'}
        empty={narrowed ? <Empty title="没有找到" text="换个词，或者去掉一些条件再试。" /> : nothing}
      >
        {(opinion) => <OpinionCard opinion={opinion} />}
      </InfiniteListView>
    </View>
  );
}

/** A member's opinions (Art. 17–19), own ones and those to sign. */
export default function OpinionsPage() {
  return (
    <Page
      title="意见建议"
      bottom={
        <BottomBar>
          <Button kind="primary" block href={opinionBeginUrl()}>
            写一份意见建议
          </Button>
        </BottomBar>
      }
    >
      <RequireMember>{() => <Opinions />}</RequireMember>
    </Page>
  );
}
