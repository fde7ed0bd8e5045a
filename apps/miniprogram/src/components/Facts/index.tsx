import { View } from '@tarojs/components';
import './index.scss';

interface FactsProps {
  /** Name and value; those without a value are left out. */
  readonly facts: readonly (readonly [name: string, value: string | null | undefined])[];
}

/** A few facts, each with its name. */
export function Facts({ facts }: FactsProps) {
  return (
    <View>
      {facts.map(
        ([name, value]) =>
          value && (
            <View key={name} className="lx-facts__fact">
              <View className="lx-facts__name">{name}</View>
              <View className="lx-facts__value">{value}</View>
            </View>
          ),
      )}
    </View>
  );
}
