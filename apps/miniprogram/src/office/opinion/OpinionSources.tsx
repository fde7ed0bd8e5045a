import { View } from '@tarojs/components';
import type { Opinion } from '@/api/types';

interface OpinionSourcesProps {
  readonly sources: Opinion['sources'];
}

/** What people said that an opinion was drawn from: quoted only where the writer agreed, named only where the writer agreed. */
export function OpinionSources({ sources }: OpinionSourcesProps) {
  const shown = sources.filter(({ quotable, quote }) => quotable && quote);
  const unquoted = sources.length - shown.length;
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">{`来源（${sources.length} 件）`}</View>
      {sources.length === 0 && <View className="lx-soft">委员自己提出，没有引用群众来信。</View>}
      {shown.map((source) => (
        <View key={source.id} className="submission__quote">
          <View className="lx-prose">{source.quote}</View>
          <View className="lx-soft lx-small">{source.shownName ?? '来信群众（未同意写出姓名）'}</View>
        </View>
      ))}
      {unquoted > 0 && (
        <View className="lx-soft">{`另有来信 ${unquoted} 件，没有引用原话。结果同样会转告写信的人。`}</View>
      )}
    </View>
  );
}
