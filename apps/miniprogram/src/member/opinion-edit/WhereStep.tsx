import {
  LIMITS,
  OPINION_DESK_LABELS,
  OPINION_DESKS,
  OPINION_THEME_LABELS,
  OPINION_THEMES,
  type OpinionDesk,
  TOPIC_USE_LABELS,
  TOPIC_USES,
} from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { Opinion } from '@/api/types';
import { ChoiceList } from '@/components/ChoiceList';
import { FormField } from '@/components/FormField';
import { SheetSelect } from '@/components/SheetSelect';
import { TextField } from '@/components/TextField';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import type { Autosave } from './useAutosave';

interface WhereStepProps {
  readonly opinion: Opinion;
  readonly autosave: Autosave;
  readonly messageOf: (field: string) => string | undefined;
}

const DESK_HINTS: Record<OpinionDesk, (sector: string) => string> = {
  sector_group: (sector) => `${sector}的召集人看，可以合成界别集体声音`,
  special_committee: () => '按内容交给对口的专门委员会',
  office: () => '直接交给政协办公室',
};

function TopicFields({ autosave, messageOf }: Omit<WhereStepProps, 'opinion'>) {
  const { fields, change } = autosave;
  return (
    <>
      <FormField name="topicUse" label="建议用于什么" error={messageOf('topicUse')}>
        {(control) => (
          <SheetSelect
            id={control.id}
            label={control.label}
            noneWord="请选择"
            choices={TOPIC_USES.map((value) => ({ value, label: TOPIC_USE_LABELS[value] }))}
            value={fields.topicUse ?? undefined}
            onChange={(value) => change('topicUse', value ?? null)}
          />
        )}
      </FormField>
      <FormField
        name="topicBody"
        label="建议由哪个单位组织"
        error={messageOf('topicBody')}
        counter={{ text: fields.topicBody ?? '', max: LIMITS.suggestedBody }}
      >
        {(control) => (
          <TextField {...control} value={fields.topicBody ?? ''} onChange={(words) => change('topicBody', words)} />
        )}
      </FormField>
    </>
  );
}

/** What it is about, where it is handed in, and who should deal with it. */
export function WhereStep({ opinion, autosave, messageOf }: WhereStepProps) {
  const { fields, change } = autosave;
  const townships = useDirectoryUnits('township');
  const committees = useDirectoryUnits('committee');
  return (
    <View>
      <FormField name="theme" label="主题" error={messageOf('theme')}>
        {(control) => (
          <SheetSelect
            id={control.id}
            label={control.label}
            noneWord="请选择"
            choices={OPINION_THEMES.map((value) => ({ value, label: OPINION_THEME_LABELS[value] }))}
            value={fields.theme ?? undefined}
            onChange={(value) => change('theme', value ?? null)}
          />
        )}
      </FormField>
      <FormField name="townshipId" label="涉及的乡镇（街道）" optional>
        {(control) => (
          <SheetSelect
            id={control.id}
            label={control.label}
            noneWord="全县或不限"
            choices={townships.map(({ id, name }) => ({ value: id, label: name }))}
            value={fields.townshipId ?? undefined}
            onChange={(value) => change('townshipId', value ?? null)}
          />
        )}
      </FormField>
      <FormField name="desk" label="交给谁" error={messageOf('desk')}>
        {(control) => (
          <ChoiceList
            id={control.id}
            label={control.label}
            choices={OPINION_DESKS.map((value) => ({
              value,
              label: OPINION_DESK_LABELS[value],
              hint: DESK_HINTS[value](opinion.sectorName),
            }))}
            value={OPINION_DESKS.find((desk) => desk === fields.desk)}
            onChange={(value) => {
              change('desk', value);
              change('deskUnitId', null);
            }}
          />
        )}
      </FormField>
      {fields.desk === 'special_committee' && (
        <FormField name="deskUnitId" label="哪个专门委员会" error={messageOf('deskUnitId')}>
          {(control) => (
            <SheetSelect
              id={control.id}
              label={control.label}
              noneWord="请选择"
              choices={committees.map(({ id, name }) => ({ value: id, label: name }))}
              value={
                committees.some(({ id }) => id === fields.deskUnitId) ? (fields.deskUnitId ?? undefined) : undefined
              }
              onChange={(value) => change('deskUnitId', value ?? null)}
            />
          )}
        </FormField>
      )}
      {opinion.kind === 'proposal' && (
        <FormField
          name="suggestedBody"
          label="建议由哪个单位办理"
          optional
          error={messageOf('suggestedBody')}
          counter={{ text: fields.suggestedBody ?? '', max: LIMITS.suggestedBody }}
        >
          {(control) => (
            <TextField
              {...control}
              value={fields.suggestedBody ?? ''}
              onChange={(words) => change('suggestedBody', words)}
            />
          )}
        </FormField>
      )}
      {opinion.kind === 'topic' && <TopicFields autosave={autosave} messageOf={messageOf} />}
    </View>
  );
}
