/** A one-line field. Its words are controlled by the caller. */
export interface TextFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Name for screen readers, where no FormField says it. */
  readonly label?: string;
  readonly kind?: 'text' | 'password' | 'search' | 'digits';
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  /** Ids of what explains the field, for the browser. */
  readonly describedBy?: string;
  /** The browser's word for what is asked, such as `username`. */
  readonly autoComplete?: string;
  readonly onConfirm?: () => void;
}
