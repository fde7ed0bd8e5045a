/** A field for a calendar day, `YYYY-MM-DD`; `''` while none is chosen. */
export interface DayFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly label?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  /** The first day that can be chosen. */
  readonly min?: string;
}
