import { INFORMATION_MAX, LIMITS, OPINION_SECTIONS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { Opinion } from '@/api/types';
import { FormField } from '@/components/FormField';
import { LinkRow } from '@/components/LinkRow';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { opinionHistoryUrl } from '@/navigation/member';
import { overTotal, textTotal } from './checks';
import { partField } from './fields';
import { Similar } from './Similar';
import type { Autosave } from './useAutosave';

interface WordsStepProps {
  readonly opinion: Opinion;
  readonly autosave: Autosave;
  /** The sentence about a field that is missing, once the person has tried to hand in. */
  readonly messageOf: (field: string) => string | undefined;
}

/** Title and parts of the text. A 社情民意信息 counts all its parts together. */
export function WordsStep({ opinion, autosave, messageOf }: WordsStepProps) {
  const { fields, change } = autosave;
  const { kind } = opinion;
  const together = kind === 'information';
  const over = overTotal(kind, fields);
  const text = [fields.title, ...OPINION_SECTIONS[kind].map(({ key }) => fields[partField(key)])].join('\n');
  return (
    <View>
      <FormField
        name="title"
        label="标题"
        hint="一句话说清是什么事、建议怎样"
        error={messageOf('title')}
        counter={{ text: fields.title ?? '', max: LIMITS.opinionTitle }}
      >
        {(control) => (
          <TextField {...control} value={fields.title ?? ''} onChange={(words) => change('title', words)} />
        )}
      </FormField>
      {OPINION_SECTIONS[kind].map(({ key, label, hint, max }) => {
        const field = partField(key);
        const words = fields[field] ?? '';
        return (
          <FormField
            key={key}
            name={field}
            label={label}
            hint={hint}
            error={messageOf(field)}
            counter={together ? undefined : { text: words, max }}
          >
            {(control) => <TextArea {...control} rows={5} value={words} onChange={(next) => change(field, next)} />}
          </FormField>
        );
      })}
      {together && (
        <View className={`opinion-edit__total ${over > 0 ? 'opinion-edit__total--over' : 'lx-soft'}`}>
          {over > 0
            ? `全文多了 ${over} 字，最多 ${INFORMATION_MAX} 字`
            : `全文 ${textTotal(kind, fields)} / ${INFORMATION_MAX} 字`}
        </View>
      )}
      <Similar text={text} exceptId={opinion.id} />
      <View className="lx-card lx-rows">
        <LinkRow title="看以前的版本" text="每次修改都留着，可以比较" href={opinionHistoryUrl(opinion.id)} />
      </View>
    </View>
  );
}
