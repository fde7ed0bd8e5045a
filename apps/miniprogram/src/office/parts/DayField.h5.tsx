import type { DayFieldProps } from './day-field';
import './DayField.scss';

/** The browser's form of {@link DayFieldProps}: its own field for days, which can be typed and picked. */
export function DayField({ id, value, onChange, label, invalid = false, describedBy, disabled, min }: DayFieldProps) {
  return (
    <input
      id={id}
      type="date"
      className={`day-field ${invalid ? 'day-field--invalid' : ''}`}
      value={value}
      min={min}
      disabled={disabled}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
