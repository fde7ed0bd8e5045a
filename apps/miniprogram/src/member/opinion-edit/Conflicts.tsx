import type { OpinionKind } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { isWords, nameOfField } from './field-names';
import type { Autosave } from './useAutosave';

interface ConflictsProps {
  readonly kind: OpinionKind;
  readonly autosave: Autosave;
}

/** Fields that this device and another one have changed, each to something else: both are shown and the person chooses. */
export function Conflicts({ kind, autosave }: ConflictsProps) {
  const { conflicts, fields, server, choose } = autosave;
  if (conflicts.length === 0) return null;
  return (
    <View className="lx-stack opinion-edit__notice">
      {conflicts.map((field) => {
        const name = nameOfField(kind, field);
        return (
          <Notice key={field} tone="warn" title={`“${name}”在另一台设备上也改过`} urgent>
            {isWords(field) && (
              <>
                <View>另一台设备上是：</View>
                <View className="lx-prose upward__quote">{server[field] || '（空）'}</View>
                <View>您在这里写的是：</View>
                <View className="lx-prose upward__quote">{fields[field] || '（空）'}</View>
              </>
            )}
            <View className="lx-row upward__actions">
              <Button size="small" label={`${name}用这里写的`} onTap={() => choose(field, 'own')}>
                用这里写的
              </Button>
              <Button size="small" label={`${name}用另一台设备上的`} onTap={() => choose(field, 'other')}>
                用另一台设备上的
              </Button>
            </View>
          </Notice>
        );
      })}
    </View>
  );
}
