/** A field of several lines that grows with its words. Its words are controlled by the caller. */
export interface TextAreaProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  /** Lines shown when it is empty. */
  readonly rows?: number;
}
