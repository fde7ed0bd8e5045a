import { LETTER_CATEGORIES, LETTER_CATEGORY_LABELS, type LetterCategory } from '@lianxin/shared';
import { ChoiceList } from '@/components/ChoiceList';
import { FormField } from '@/components/FormField';
import { messageOf, type Writing } from './useWriting';

const HINTS: Record<LetterCategory, string> = {
  appeal: '我遇到了困难，希望帮忙解决',
  opinion: '我对某项工作有看法',
  suggestion: '我有一个好主意',
  inquiry: '我想问清楚一件事',
  cppcc_work: '关于政协和委员的工作',
};

/** What kind of matter it is. */
export function CategoryStep({ writing }: { readonly writing: Writing }) {
  return (
    <FormField name="category" label="选最接近的一种就行" error={messageOf(writing.problems, 'category')}>
      {(control) => (
        <ChoiceList
          id={control.id}
          label={control.label}
          choices={LETTER_CATEGORIES.map((value) => ({
            value,
            label: LETTER_CATEGORY_LABELS[value],
            hint: HINTS[value],
          }))}
          value={writing.draft.category ?? undefined}
          onChange={(category) => writing.update({ category })}
        />
      )}
    </FormField>
  );
}
