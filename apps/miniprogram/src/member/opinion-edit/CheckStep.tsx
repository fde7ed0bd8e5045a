import {
  OPINION_DESK_LABELS,
  OPINION_DESKS,
  OPINION_SECTIONS,
  OPINION_THEME_LABELS,
  OPINION_THEMES,
} from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { Opinion } from '@/api/types';
import { ErrorSummary } from '@/components/ErrorSummary';
import { Facts } from '@/components/Facts';
import { LinkRow } from '@/components/LinkRow';
import { Notice } from '@/components/Notice';
import type { EditorStep, Missing } from './checks';
import { partField } from './fields';
import type { Autosave } from './useAutosave';
import '../parts/upward.scss';

interface CheckStepProps {
  readonly opinion: Opinion;
  readonly autosave: Autosave;
  readonly missing: readonly Missing[];
  /** Why handing in failed, where no field is to blame. */
  readonly message: string | undefined;
  readonly onGoTo: (step: EditorStep) => void;
}

/** The whole opinion once more, as it will be handed in, and what is still missing. */
export function CheckStep({ opinion, autosave, missing, message, onGoTo }: CheckStepProps) {
  const { fields } = autosave;
  const desk = OPINION_DESKS.find((one) => one === fields.desk);
  const theme = OPINION_THEMES.find((one) => one === fields.theme);
  return (
    <View className="lx-stack">
      {message && <ErrorSummary errors={[]} message={message} />}
      {missing.length > 0 ? (
        <View className="lx-card">
          <View className="upward__part-label">{`还差 ${missing.length} 处，补好就能提交`}</View>
          <View className="lx-rows">
            {missing.map((one) => (
              <LinkRow key={`${one.field} ${one.message}`} title={one.message} onTap={() => onGoTo(one.step)} />
            ))}
          </View>
        </View>
      ) : (
        <Notice tone="good">内容齐了。看一遍，没问题就提交。</Notice>
      )}
      <View className="lx-card">
        <View className="upward__head">{fields.title || '还没有标题'}</View>
        {OPINION_SECTIONS[opinion.kind].map(({ key, label }) => (
          <View key={key} className="upward__part upward__actions">
            <View className="upward__part-label">{label}</View>
            <View className="lx-prose">{fields[partField(key)] || '（还没有写）'}</View>
          </View>
        ))}
      </View>
      <View className="lx-card">
        <Facts
          facts={[
            ['类型', opinion.kindLabel],
            ['主题', theme && OPINION_THEME_LABELS[theme]],
            ['交给', desk && OPINION_DESK_LABELS[desk]],
            ['来源', opinion.sources.length > 0 ? `${opinion.sources.length} 封来信` : '没有来信来源'],
            [
              '联名',
              opinion.cosigners.map(({ name, stateLabel }) => `${name}（${stateLabel}）`).join('、') || undefined,
            ],
          ]}
        />
      </View>
      <View className="lx-soft lx-small">提交以后不能再改；被退回时可以改了再交。接收的一方采集以后会编号。</View>
    </View>
  );
}
