import type { ReactNode } from 'react';

/** What an Ant Design control inside a {@link Field} takes over. */
interface FieldControl {
  readonly id: string;
  readonly status: 'error' | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly error?: string;
  /** Id of the control, where something else has to find it. */
  readonly id?: string;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, a control of Ant Design and what is wrong with it, tied together for screen readers. */
export function Field({ name, label, error, id = `field-${name}`, children }: FieldProps) {
  return (
    <div className="desk-field">
      <label htmlFor={id} className="digest__label">
        {label}
      </label>
      {children({ id, status: error ? 'error' : undefined, 'aria-describedby': error && `${id}-error` })}
      {error && (
        <div id={`${id}-error`} className="digest__over" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
