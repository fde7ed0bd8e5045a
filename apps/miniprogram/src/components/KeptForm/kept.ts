import { textLength } from '@lianxin/shared';
import type { FieldProblem } from '@/api/problem';
import type { Choice } from '../ChoiceList';

/** What the form of a kept thing holds, all as text; a choice holds the value chosen, `''` for none. */
export type KeptValues = Readonly<Record<string, string>>;

/** One field of the form of a kept thing. */
export interface KeptField<V extends KeptValues> {
  /** Name as the API calls it. */
  readonly name: keyof V & string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'digits' | 'choice' | 'select';
  /** Characters at most. */
  readonly max?: number;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Of a `choice` (few, all in sight) or a `select` (many). */
  readonly choices?: readonly Choice<string>[];
}

/** What is wrong in a form before it is sent: what is missing, and what is too long. */
export function problemsOf<V extends KeptValues>(
  fields: readonly KeptField<V>[],
  values: V,
): Pick<FieldProblem, 'field' | 'message'>[] {
  return fields.flatMap((field) => {
    const text = (values[field.name] ?? '').trim();
    const verb = field.choices ? '选择' : '填写';
    if (text === '') return field.optional ? [] : [{ field: field.name, message: `请${verb}${field.label}` }];
    if (field.kind === 'digits' && !/^\d{1,6}$/.test(text)) {
      return [{ field: field.name, message: `${field.label}请填写不超过 6 位的数字` }];
    }
    if (field.max !== undefined && textLength(text) > field.max) {
      return [{ field: field.name, message: `${field.label}最多 ${field.max} 字，请删去一些` }];
    }
    return [];
  });
}

/** The values as they are sent: without blanks around them. */
export function trimmed<V extends KeptValues>(values: V): V {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text.trim()])) as V;
}
