import { View } from '@tarojs/components';
import { Timeline } from '@/components/Timeline';

interface JourneyProps {
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly at: string;
    readonly detail?: string | null;
    readonly text?: string | null;
  }[];
}

/** The way of a submission so far. */
export function Journey({ steps }: JourneyProps) {
  if (steps.length === 0) return null;
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">经过</View>
      <Timeline
        steps={steps.map(({ id, title, at, detail, text }) => ({
          key: id,
          title,
          at,
          text: detail ?? text ?? undefined,
        }))}
      />
    </View>
  );
}
