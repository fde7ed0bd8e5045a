import type { DateFieldProps } from './props';
import './index.scss';

/** The browser's form of {@link DateFieldProps}: its own date input, with keyboard and calendar. */
export function DateField({ id, value, onChange, label, invalid = false, describedBy, max }: DateFieldProps) {
  return (
    <input
      id={id}
      type="date"
      className={`lx-date-field ${invalid ? 'lx-date-field--invalid' : ''}`}
      value={value}
      max={max}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
