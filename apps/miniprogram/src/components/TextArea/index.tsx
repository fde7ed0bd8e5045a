import { Textarea } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import type { TextAreaProps } from './props';
import './index.scss';

/** WeChat's form of {@link TextAreaProps}. Too many characters are told by the form, never cut off silently. */
export function TextArea(props: TextAreaProps) {
  const { rows = 4, invalid = false } = props;
  return (
    <Textarea
      id={props.id}
      className={`lx-text-area ${invalid ? 'lx-text-area--invalid' : ''}`}
      style={{ minHeight: `calc(var(--lx-text) * 1.6 * ${rows} + 24px)` }}
      value={props.value}
      placeholder={props.placeholder}
      placeholderClass="lx-text-area__placeholder"
      disabled={props.disabled}
      maxlength={-1}
      autoHeight
      onInput={(event) => props.onChange(event.detail.value)}
      {...accessible({ label: props.label })}
    />
  );
}
