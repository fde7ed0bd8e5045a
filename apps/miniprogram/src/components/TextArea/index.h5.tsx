import { useLayoutEffect, useRef } from 'react';
import { useKeptFocus } from '@/hooks/useKeptFocus';
import type { TextAreaProps } from './props';
import './index.scss';

/** The browser's form of {@link TextAreaProps}: a native textarea that grows with its words. */
export function TextArea(props: TextAreaProps) {
  const { rows = 4, invalid = false, value } = props;
  const element = useRef<HTMLTextAreaElement>(null);
  useKeptFocus(element);
  useLayoutEffect(() => {
    const area = element.current;
    if (!area || area.value !== value) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      ref={element}
      id={props.id}
      className={`lx-text-area ${invalid ? 'lx-text-area--invalid' : ''}`}
      rows={rows}
      value={value}
      placeholder={props.placeholder}
      disabled={props.disabled}
      aria-label={props.label}
      aria-invalid={invalid || undefined}
      aria-describedby={props.describedBy}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
