import { Picker, View } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import type { DayFieldProps } from './day-field';
import './DayField.scss';

/** WeChat's form of {@link DayFieldProps}: its own wheel of years, months and days. */
export function DayField({ id, value, onChange, label, invalid = false, disabled = false, min }: DayFieldProps) {
  return (
    <Picker
      mode="date"
      value={value}
      start={min}
      disabled={disabled}
      onChange={(event) => onChange(String(event.detail.value))}
    >
      <View
        id={id}
        className={`day-field ${invalid ? 'day-field--invalid' : ''}`}
        {...accessible({ role: 'button', label: `${label ?? '日期'}：${value || '未选择'}，点按更改` })}
      >
        {value || '请选择'}
      </View>
    </Picker>
  );
}
