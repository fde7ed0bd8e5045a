import type { ReactNode } from 'react';

interface FieldLabelProps {
  readonly htmlFor: string;
  readonly children: ReactNode;
}

/** The visible name of a field, tied to its control. */
export function FieldLabel({ htmlFor, children }: FieldLabelProps) {
  return (
    <label className="lx-form-field__label" htmlFor={htmlFor}>
      {children}
    </label>
  );
}
