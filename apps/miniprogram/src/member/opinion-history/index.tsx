import { useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/api/client';
import type { OpinionRevision, RevisionComparison } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { SheetSelect } from '@/components/SheetSelect';
import { formatMoment } from '@/format/dates';
import { useWide } from '@/hooks/useWide';
import { accessible } from '@/theme/accessible';
import { RequireMember } from '../parts/RequireMember';
import { OPINIONS_KEY } from '../parts/upward-keys';
import { inOrder, latestTwo, sideOf } from './sides';
import '../parts/upward.scss';
import './index.scss';

type Part = RevisionComparison['parts'][number];
type Difference = Part['differences'][number];

/** Marks said in words, for those who cannot see strokes and colours. */
const SPOKEN = { removed: '删去：', added: '新写：', same: '' } as const;

function Words({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <View className="lx-prose">
      {differences.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes.
        <Text key={at} className={one.kind === 'same' ? '' : `opinion-history__${one.kind}`}>
          {SPOKEN[one.kind] && <Text className="lx-unseen">{SPOKEN[one.kind]}</Text>}
          {one.text}
        </Text>
      ))}
    </View>
  );
}

function ComparedPart({ part }: { readonly part: Part }) {
  const wide = useWide();
  return (
    <View className="lx-card">
      <View className="upward__part-label" {...accessible({ role: 'heading' })}>
        {`${part.label}${part.changed ? '' : '（没有改动）'}`}
      </View>
      {wide && part.changed ? (
        <View className="opinion-history__sides">
          <View>
            <View className="opinion-history__side-title">较早的版本</View>
            <Words differences={sideOf(part, 'earlier')} />
          </View>
          <View>
            <View className="opinion-history__side-title">较晚的版本</View>
            <Words differences={sideOf(part, 'later')} />
          </View>
        </View>
      ) : (
        <Words differences={part.differences} />
      )}
    </View>
  );
}

function Comparison({ id, from, to }: { readonly id: string; readonly from: number; readonly to: number }) {
  const comparison = useQuery({
    queryKey: [...OPINIONS_KEY, 'comparison', id, from, to],
    queryFn: ({ signal }) =>
      api.get('/api/v1/opinions/{id}/revisions/compare', { path: { id }, query: { from, to }, signal }),
  });
  return (
    <QueryView query={comparison}>
      {({ parts }) => (
        <View className="lx-stack">
          <View className="lx-soft">划掉的是后来删去的字，带下划线的是后来新写的字。</View>
          {parts.map((part) => (
            <ComparedPart key={part.key} part={part} />
          ))}
        </View>
      )}
    </QueryView>
  );
}

function labelOf(revision: OpinionRevision): string {
  return `第 ${revision.number} 版 · ${formatMoment(revision.at)}${revision.submitted ? ' · 提交的版本' : ''}`;
}

function Revisions({ id, revisions }: { readonly id: string; readonly revisions: readonly OpinionRevision[] }) {
  const [chosen, setChosen] = useState(() => latestTwo(revisions.map(({ number }) => number)));
  if (!chosen) return <Empty title="还没有可以比较的版本" text="隔一段时间再改，就会另存一个版本。" />;
  const choices = revisions.map((revision) => ({ value: String(revision.number), label: labelOf(revision) }));
  const { from, to } = inOrder(chosen.from, chosen.to);
  return (
    <View className="lx-stack">
      <View className="opinion-history__choose">
        <SheetSelect
          label="较早的版本"
          noneWord="请选择"
          choices={choices}
          value={String(from)}
          onChange={(value) => value && setChosen(inOrder(Number(value), to))}
        />
        <SheetSelect
          label="较晚的版本"
          noneWord="请选择"
          choices={choices}
          value={String(to)}
          onChange={(value) => value && setChosen(inOrder(from, Number(value)))}
        />
      </View>
      <Comparison id={id} from={from} to={to} />
    </View>
  );
}

function Loaded({ id }: { readonly id: string }) {
  const revisions = useQuery({
    queryKey: [...OPINIONS_KEY, 'revisions', id],
    queryFn: ({ signal }) => api.get('/api/v1/opinions/{id}/revisions', { path: { id }, signal }),
    staleTime: 0,
  });
  return <QueryView query={revisions}>{({ items }) => <Revisions id={id} revisions={items} />}</QueryView>;
}

/** How the text of an opinion has changed: side by side on a wide screen, in one flow on a phone. */
export default function OpinionHistoryPage() {
  const { id } = useRouter().params;
  return (
    <Page title="以前的版本" wide>
      <RequireMember>
        {() => (id ? <Loaded id={id} /> : <Empty kind="error" title="没有这份意见建议" text="请从列表打开。" />)}
      </RequireMember>
    </Page>
  );
}
