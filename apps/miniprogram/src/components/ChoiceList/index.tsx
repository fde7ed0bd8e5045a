import { View } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import { Tappable } from '../Tappable';
import './index.scss';

/** One choice of a {@link ChoiceList}. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceListProps<T extends string> {
  readonly choices: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  /** The question that the choices answer, for screen readers. */
  readonly label: string;
  readonly id?: string;
}

/** One of a few choices, all in sight, large enough for any thumb. */
export function ChoiceList<T extends string>({ choices, value, onChange, label, id }: ChoiceListProps<T>) {
  return (
    <View id={id} className="lx-choices" {...accessible({ role: 'radiogroup', label })}>
      {choices.map((choice) => {
        const chosen = choice.value === value;
        return (
          <Tappable
            key={choice.value}
            role="radio"
            checked={chosen}
            className={`lx-choices__choice ${chosen ? 'lx-choices__choice--chosen' : ''}`}
            onTap={() => onChange(choice.value)}
          >
            <View className="lx-choices__mark" />
            <View className="lx-choices__words">
              <View className="lx-choices__label">{choice.label}</View>
              {choice.hint && <View className="lx-choices__hint">{choice.hint}</View>}
            </View>
          </Tappable>
        );
      })}
    </View>
  );
}
