import { textLength } from '@lianxin/shared';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/theme/accessible';
import { FieldLabel } from './FieldLabel';
import './index.scss';

/** What a control inside a {@link FormField} has to take over. */
export interface ControlProps {
  readonly id: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}

interface FormFieldProps {
  /** Name of the field, as the API calls it; an ErrorSummary leads here by it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly optional?: boolean;
  /** Counts the characters of `text` against `max`, once they are near it. */
  readonly counter?: { readonly text: string; readonly max: number };
  readonly children: (control: ControlProps) => ReactNode;
}

/** Id of the control of a field, for links to it. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]/g, '-')}`;
}

/** A label, a hint, a control and what is wrong with it, tied together for screen readers. */
export function FormField({ name, label, hint, error, optional = false, counter, children }: FormFieldProps) {
  const id = fieldId(name);
  const length = counter ? textLength(counter.text) : 0;
  const over = counter !== undefined && length > counter.max;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <View className="lx-form-field">
      <FieldLabel htmlFor={id}>
        {label}
        {optional && <Text className="lx-form-field__optional">（可不填）</Text>}
      </FieldLabel>
      {hint && (
        <View id={`${id}-hint`} className="lx-form-field__hint">
          {hint}
        </View>
      )}
      {error && (
        <View id={`${id}-error`} className="lx-form-field__error">
          {`有误：${error}`}
        </View>
      )}
      {children({ id, label, invalid: error !== undefined || over, describedBy })}
      {counter && (
        <View
          className={`lx-form-field__counter ${over ? 'lx-form-field__counter--over' : ''}`}
          {...accessible({ live: over ? 'polite' : undefined })}
        >
          {over ? `多了 ${length - counter.max} 字，最多 ${counter.max} 字` : `${length} / ${counter.max} 字`}
        </View>
      )}
    </View>
  );
}
