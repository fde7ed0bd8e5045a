import { useRef } from 'react';
import { useKeptFocus } from '@/hooks/useKeptFocus';
import type { TextFieldProps } from './props';
import './index.scss';

const types = { text: 'text', password: 'password', search: 'search', digits: 'text' } as const;

/** The browser's form of {@link TextFieldProps}: a native input, so that labels, autofill and keyboards just work. */
export function TextField(props: TextFieldProps) {
  const { kind = 'text', invalid = false } = props;
  const element = useRef<HTMLInputElement>(null);
  useKeptFocus(element);
  return (
    <input
      ref={element}
      id={props.id}
      className={`lx-text-field ${invalid ? 'lx-text-field--invalid' : ''}`}
      value={props.value}
      type={types[kind]}
      inputMode={kind === 'digits' ? 'numeric' : undefined}
      placeholder={props.placeholder}
      disabled={props.disabled}
      autoComplete={props.autoComplete ?? 'off'}
      aria-label={props.label}
      aria-invalid={invalid || undefined}
      aria-describedby={props.describedBy}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onConfirm?.();
      }}
    />
  );
}
