import { LOOP_STEP_LABELS, type LoopStep } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { Tappable } from '@/components/Tappable';
import { accessible } from '@/theme/accessible';
import { type FunnelStep, medianInWords, shareInWords } from './loop';

interface FunnelProps {
  readonly funnel: readonly FunnelStep[];
  readonly onOpen: (step: LoopStep) => void;
}

/** The loop step by step, each as a bar of what was received; a bar opens the letters behind it. */
export function Funnel({ funnel, onOpen }: FunnelProps) {
  return (
    <View className="funnel" {...accessible({ role: 'list', label: '从来信到群众评价' })}>
      {funnel.map(({ step, count, share, medianDays }, index) => {
        const days = index > 0 && count > 0 ? `，从上一步起中位 ${medianInWords(medianDays)}` : '';
        return (
          <Tappable
            key={step}
            className="funnel__step"
            label={`${LOOP_STEP_LABELS[step]} ${count} 封，占来信 ${shareInWords(share)}${days}，查看来信`}
            onTap={() => onOpen(step)}
          >
            <View className="funnel__name">{LOOP_STEP_LABELS[step]}</View>
            <View className="funnel__track">
              {count > 0 && <View className="funnel__bar" style={{ width: `${share * 100}%` }} />}
            </View>
            <View className="funnel__count">{`${count} 封`}</View>
            <View className="funnel__share">{shareInWords(share)}</View>
            <View className="funnel__days">{index > 0 && count > 0 ? medianInWords(medianDays) : ''}</View>
          </Tappable>
        );
      })}
    </View>
  );
}
