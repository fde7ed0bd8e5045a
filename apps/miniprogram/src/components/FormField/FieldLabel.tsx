import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

interface FieldLabelProps {
  readonly htmlFor: string;
  readonly children: ReactNode;
}

/** The visible name of a field; in WeChat the control carries its name itself. */
export function FieldLabel({ children }: FieldLabelProps) {
  return <View className="lx-form-field__label">{children}</View>;
}
