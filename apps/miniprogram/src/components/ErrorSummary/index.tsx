import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { FieldProblem } from '@/api/problem';
import { accessible } from '@/theme/accessible';
import { fieldId } from '../FormField';
import { Tappable } from '../Tappable';
import { goToElement } from './go-to-element';
import './index.scss';

const SUMMARY_ID = 'error-summary';

interface ErrorSummaryProps {
  readonly errors: readonly Pick<FieldProblem, 'field' | 'message'>[];
  /** What is wrong as a whole, where no field is to blame. */
  readonly message?: string;
}

/** On top of a form that was refused: everything that has to be put right, each line leading to its field. */
export function ErrorSummary({ errors, message }: ErrorSummaryProps) {
  const shown = errors.length > 0 || message !== undefined;
  useEffect(() => {
    if (shown) goToElement(SUMMARY_ID);
  }, [shown]);
  if (!shown) return null;
  return (
    <View id={SUMMARY_ID} className="lx-error-summary" {...accessible({ role: 'alert' })}>
      <View className="lx-error-summary__title">
        {errors.length > 0 ? `还有 ${errors.length} 处需要改正` : '没有提交成功'}
      </View>
      {message && errors.length === 0 && <View className="lx-error-summary__message">{message}</View>}
      {errors.map((error) => (
        <Tappable
          key={`${error.field} ${error.message}`}
          className="lx-error-summary__link"
          role="link"
          onTap={() => goToElement(fieldId(error.field))}
        >
          {error.message}
        </Tappable>
      ))}
    </View>
  );
}
