/** A day, as `YYYY-MM-DD`; empty until one is chosen. */
export interface DateFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly label?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  /** The last day that can be chosen. */
  readonly max?: string;
}
