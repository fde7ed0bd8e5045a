import { Picker, View } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import type { DateFieldProps } from './props';
import './index.scss';

/** WeChat's form of {@link DateFieldProps}: the wheel that people there know. */
export function DateField({ id, value, onChange, label, invalid = false, max }: DateFieldProps) {
  return (
    <Picker mode="date" value={value} end={max} onChange={(event) => onChange(event.detail.value)}>
      <View
        id={id}
        className={`lx-date-field ${invalid ? 'lx-date-field--invalid' : ''}`}
        {...accessible({ role: 'button', label: `${label ?? '日期'}：${value || '请选择'}` })}
      >
        {value || '请选择日期'}
      </View>
    </Picker>
  );
}
