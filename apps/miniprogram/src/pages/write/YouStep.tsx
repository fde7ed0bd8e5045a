import { LIMITS, NAME_DISPLAY_LABELS, NAME_DISPLAYS, shownNameOf } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { CheckBox } from '@/components/CheckBox';
import { ChoiceList } from '@/components/ChoiceList';
import { FormField } from '@/components/FormField';
import { SheetSelect } from '@/components/SheetSelect';
import { TextField } from '@/components/TextField';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { mayConsentName, nameOf } from './draft';
import { messageOf, type Writing } from './useWriting';

/** Stands for the own name in the example while none is known. */
const EXAMPLE = '张建国';

interface YouStepProps {
  readonly writing: Writing;
  /** The name that the account has, or null. */
  readonly accountName: string | null;
}

/** Who writes: the name and how it is shown, the township, and what the words may be used for. */
export function YouStep({ writing, accountName }: YouStepProps) {
  const { draft, update, problems } = writing;
  const townships = useDirectoryUnits('township');
  const name = nameOf(draft, accountName);
  return (
    <View>
      {accountName === null && draft.nameDisplay !== 'hidden' && (
        <FormField
          name="writerName"
          label="您的姓名"
          hint="只填这一次，以后写信不用再填"
          error={messageOf(problems, 'writerName')}
          counter={{ text: draft.writerName, max: LIMITS.personName }}
        >
          {(control) => (
            <TextField
              {...control}
              value={draft.writerName}
              onChange={(writerName) => update({ writerName })}
              autoComplete="name"
            />
          )}
        </FormField>
      )}
      <FormField name="nameDisplay" label="给委员看的姓名" error={messageOf(problems, 'nameDisplay')}>
        {(control) => (
          <ChoiceList
            id={control.id}
            label={control.label}
            choices={NAME_DISPLAYS.map((value) => ({
              value,
              label: NAME_DISPLAY_LABELS[value],
              hint: `${name ? '' : '例如，'}委员看到的是：${shownNameOf(name || EXAMPLE, value)}`,
            }))}
            value={draft.nameDisplay}
            onChange={(nameDisplay) => update({ nameDisplay })}
          />
        )}
      </FormField>
      <FormField name="townshipId" label="您在哪个乡镇（街道）" optional error={messageOf(problems, 'townshipId')}>
        {(control) => (
          <SheetSelect
            id={control.id}
            label={control.label}
            noneWord="不填"
            choices={townships.map((unit) => ({ value: unit.id, label: unit.name }))}
            value={draft.townshipId ?? undefined}
            onChange={(townshipId) => update({ townshipId: townshipId ?? null })}
          />
        )}
      </FormField>
      <FormField name="consentOpinion" label="用于意见建议" optional error={messageOf(problems, 'consentOpinion')}>
        {(control) => (
          <CheckBox
            id={control.id}
            label="同意委员把信里的内容写进意见建议"
            hint="委员可以引用信里的原话，不写您的姓名"
            checked={draft.consentOpinion}
            onChange={(consentOpinion) => update({ consentOpinion })}
          />
        )}
      </FormField>
      {mayConsentName(draft) && (
        <FormField name="consentName" label="写上您的姓名" optional error={messageOf(problems, 'consentName')}>
          {(control) => (
            <CheckBox
              id={control.id}
              label="引用时可以写上我的姓名"
              hint={name ? `写的是：${name}。不勾选就不写。` : '不勾选就不写'}
              checked={draft.consentName}
              onChange={(consentName) => update({ consentName })}
            />
          )}
        </FormField>
      )}
    </View>
  );
}
