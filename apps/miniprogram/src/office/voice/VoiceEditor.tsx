import { LIMITS, OPINION_THEME_LABELS, OPINION_THEMES, type OpinionTheme, VOICE_SECTIONS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { SheetSelect } from '@/components/SheetSelect';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { accessible } from '@/theme/accessible';
import type { VoiceText } from './text';
import type { SavingState, useVoiceText } from './useVoiceText';

const SAVING_WORDS: Record<SavingState, string> = {
  saved: '已保存',
  saving: '正在保存…',
  failed: '还没有保存到服务器，文字都在本机',
  conflict: '',
};

interface VoiceEditorProps {
  readonly writing: ReturnType<typeof useVoiceText>;
}

/** Where the convener writes the one text; it saves itself. */
export function VoiceEditor({ writing }: VoiceEditorProps) {
  const { text, state, update, retry, takeServers } = writing;
  return (
    <View className="lx-card">
      <View className="lx-row" {...accessible({ live: 'polite' })}>
        <View className="lx-soft lx-small">{SAVING_WORDS[state]}</View>
        {state === 'failed' && (
          <Button size="small" onTap={retry}>
            再保存一次
          </Button>
        )}
      </View>
      {state === 'conflict' && (
        <Notice tone="warn" title="这份文字在别处改过" urgent>
          <View className="lx-stack">
            <View>可以用现在写的盖过去，也可以放弃现在写的，改用那份。</View>
            <View className="lx-row">
              <Button size="small" kind="primary" onTap={retry}>
                保存我写的
              </Button>
              <Button size="small" onTap={takeServers}>
                用那份
              </Button>
            </View>
          </View>
        </Notice>
      )}
      <FormField name="title" label="标题" counter={{ text: text.title, max: LIMITS.opinionTitle }}>
        {(control) => <TextField {...control} value={text.title} onChange={(title) => update({ title })} />}
      </FormField>
      <FormField name="theme" label="主题">
        {({ id }) => (
          <SheetSelect
            id={id}
            label="主题"
            noneWord={OPINION_THEME_LABELS.other}
            choices={OPINION_THEMES.map((value) => ({ value, label: OPINION_THEME_LABELS[value] }))}
            value={text.theme}
            onChange={(theme) => update({ theme: (theme as OpinionTheme | undefined) ?? 'other' })}
          />
        )}
      </FormField>
      {VOICE_SECTIONS.map(({ key, label, hint, max }) => {
        const name = key as Exclude<keyof VoiceText, 'title' | 'theme'>;
        return (
          <FormField key={key} name={key} label={label} hint={hint} counter={{ text: text[name], max }}>
            {(control) => (
              <TextArea {...control} rows={5} value={text[name]} onChange={(value) => update({ [name]: value })} />
            )}
          </FormField>
        );
      })}
    </View>
  );
}
