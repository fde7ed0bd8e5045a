import { OPINION_SECTIONS, type OpinionKind } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { partField } from './fields';
import type { Autosave } from './useAutosave';

const NAMES: Record<string, string> = {
  title: '标题',
  theme: '主题',
  townshipId: '乡镇（街道）',
  desk: '交给谁',
  deskUnitId: '专门委员会',
  suggestedBody: '建议承办单位',
  topicUse: '建议用途',
  topicBody: '建议组织单位',
};

function nameOf(kind: OpinionKind, field: string): string {
  return NAMES[field] ?? OPINION_SECTIONS[kind].find(({ key }) => partField(key) === field)?.label ?? field;
}

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
        const name = nameOf(kind, field);
        const words = NAMES[field] === undefined || field === 'title' || field.endsWith('Body');
        return (
          <Notice key={field} tone="warn" title={`“${name}”在另一台设备上也改过`} urgent>
            {words && (
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
