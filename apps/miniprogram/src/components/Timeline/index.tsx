import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { formatMoment } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import './index.scss';

/** One step of a letter's journey. */
export interface TimelineStep {
  readonly key: string;
  readonly title: string;
  /** ISO 8601; a step that is still to come has none. */
  readonly at?: string;
  readonly text?: ReactNode;
}

interface TimelineProps {
  /** Oldest first. The last one that has a time is where things stand now. */
  readonly steps: readonly TimelineStep[];
}

/** A letter's journey, step by step, and what comes next. */
export function Timeline({ steps }: TimelineProps) {
  const current = steps.filter((step) => step.at).length - 1;
  return (
    <View className="lx-timeline" {...accessible({ role: 'list', label: '办理过程' })}>
      {steps.map((step, index) => (
        <View
          key={step.key}
          className={`lx-timeline__step ${index === current ? 'lx-timeline__step--current' : ''} ${step.at ? '' : 'lx-timeline__step--coming'}`}
          {...accessible({ role: 'listitem' })}
        >
          <View className="lx-timeline__mark" />
          <View className="lx-timeline__title">{step.title}</View>
          <View className="lx-timeline__time">{step.at ? formatMoment(step.at) : '接下来'}</View>
          {step.text && <View className="lx-timeline__text">{step.text}</View>}
        </View>
      ))}
    </View>
  );
}
