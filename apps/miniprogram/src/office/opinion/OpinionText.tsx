import { View } from '@tarojs/components';
import type { OpinionPart } from '@/api/types';

interface OpinionTextProps {
  readonly sections: readonly Pick<OpinionPart, 'key' | 'label' | 'text'>[];
}

/** The text of an opinion or a sector voice, part by part. */
export function OpinionText({ sections }: OpinionTextProps) {
  return (
    <View className="lx-card lx-stack">
      {sections.map((section) => (
        <View key={section.key}>
          <View className="submission__heading">{section.label}</View>
          <View className="lx-prose">{section.text || '（没有写）'}</View>
        </View>
      ))}
    </View>
  );
}
