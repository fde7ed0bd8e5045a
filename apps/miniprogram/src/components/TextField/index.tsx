import { Input } from '@tarojs/components';
import { accessible } from '@/theme/accessible';
import type { TextFieldProps } from './props';
import './index.scss';

const confirmTypes = { text: 'done', password: 'done', search: 'search', digits: 'done' } as const;

/** WeChat's form of {@link TextFieldProps}. Too many characters are told by the form, never cut off silently. */
export function TextField(props: TextFieldProps) {
  const { kind = 'text', invalid = false } = props;
  return (
    <Input
      id={props.id}
      className={`lx-text-field ${invalid ? 'lx-text-field--invalid' : ''}`}
      value={props.value}
      type={kind === 'digits' ? 'number' : 'text'}
      password={kind === 'password'}
      placeholder={props.placeholder}
      placeholderClass="lx-text-field__placeholder"
      disabled={props.disabled}
      maxlength={-1}
      confirmType={confirmTypes[kind]}
      onInput={(event) => props.onChange(event.detail.value)}
      onConfirm={props.onConfirm}
      {...accessible({ label: props.label })}
    />
  );
}
