import { Check } from '@nutui/icons-react-taro';
import { View } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import { Tappable } from '../Tappable';
import './index.scss';

interface CheckBoxProps {
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something to agree to or not; the whole row can be tapped. */
export function CheckBox({ id, label, hint, checked, onChange }: CheckBoxProps) {
  return (
    <Tappable
      id={id}
      role="checkbox"
      checked={checked}
      className={`lx-check-box ${checked ? 'lx-check-box--checked' : ''}`}
      onTap={() => onChange(!checked)}
    >
      <View className="lx-check-box__mark" {...accessible({ hidden: true })}>
        {checked && <Check size={16} color="currentColor" />}
      </View>
      <View className="lx-check-box__words">
        <View>{label}</View>
        {hint && <View className="lx-soft lx-small">{hint}</View>}
      </View>
    </Tappable>
  );
}
