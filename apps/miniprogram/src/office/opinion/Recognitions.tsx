import { chinaDay, LIMITS, RECOGNITION_KIND_LABELS, RECOGNITION_KINDS, type RecognitionKind } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NewRecognition, Opinion } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { DateField } from '@/components/DateField';
import { FormField } from '@/components/FormField';
import { Tag } from '@/components/Tag';
import { TextField } from '@/components/TextField';
import { formatDate } from '@/format/dates';

type Recognition = Opinion['recognitions'][number];

interface RecognitionsProps {
  readonly recognitions: readonly Recognition[];
  readonly mayRecord: boolean;
  readonly onRecord: (recognition: NewRecognition) => Promise<unknown>;
  readonly onForget: (id: string) => Promise<unknown>;
}

interface FormProps extends Pick<RecognitionsProps, 'onRecord'> {
  readonly onClose: () => void;
}

function RecognitionForm({ onRecord, onClose }: FormProps) {
  const [kind, setKind] = useState<RecognitionKind>();
  const [body, setBody] = useState('');
  const [document, setDocument] = useState('');
  const [date, setDate] = useState('');
  const complete = kind !== undefined && body.trim() !== '' && document.trim() !== '' && date !== '';
  return (
    <ConfirmDialog
      open
      title="登记采用或批示"
      confirmWord="登记"
      incomplete={!complete}
      onConfirm={async () => {
        if (kind) await onRecord({ kind, body: body.trim(), document: document.trim(), date });
      }}
      onClose={onClose}
    >
      <View className="lx-stack">
        <ChoiceList
          label="哪一级"
          choices={RECOGNITION_KINDS.map((value) => ({ value, label: RECOGNITION_KIND_LABELS[value] }))}
          value={kind}
          onChange={setKind}
        />
        <FormField
          name="body"
          label="采用单位或批示领导"
          hint="例如“市政协研究室”"
          counter={{ text: body, max: LIMITS.recognitionBody }}
        >
          {(control) => <TextField {...control} value={body} onChange={setBody} />}
        </FormField>
        <FormField name="document" label="文件名称或文号" counter={{ text: document, max: LIMITS.document }}>
          {(control) => <TextField {...control} value={document} onChange={setDocument} />}
        </FormField>
        <FormField name="date" label="日期">
          {(control) => <DateField {...control} value={date} onChange={setDate} max={chinaDay(new Date())} />}
        </FormField>
      </View>
    </ConfirmDialog>
  );
}

/** That something was taken up by the city, the province or the nation, or that a leader wrote an instruction on it. */
export function Recognitions({ recognitions, mayRecord, onRecord, onForget }: RecognitionsProps) {
  const [recording, setRecording] = useState(false);
  const [forgetting, setForgetting] = useState<Recognition>();
  if (recognitions.length === 0 && !mayRecord) return null;
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">上级采用与批示</View>
      {recognitions.map((one) => (
        <View key={one.id}>
          <View className="lx-row">
            <Tag tone="good">{one.kindLabel}</Tag>
            <View>{one.body}</View>
          </View>
          <View className="lx-soft lx-small">{`${one.document} · ${formatDate(one.date)}`}</View>
          {one.note && <View className="lx-soft lx-small">{one.note}</View>}
          {mayRecord && (
            <Button size="small" kind="plain" label={`删除${one.document}`} onTap={() => setForgetting(one)}>
              删除
            </Button>
          )}
        </View>
      ))}
      {mayRecord && (
        <Button size="small" onTap={() => setRecording(true)}>
          登记采用或批示
        </Button>
      )}
      {recording && <RecognitionForm onRecord={onRecord} onClose={() => setRecording(false)} />}
      <ConfirmDialog
        open={forgetting !== undefined}
        title="删除这条登记？"
        confirmWord="删除"
        danger
        onConfirm={async () => {
          if (forgetting) await onForget(forgetting.id);
        }}
        onClose={() => setForgetting(undefined)}
      >
        {forgetting && `${forgetting.kindLabel}：${forgetting.document}`}
      </ConfirmDialog>
    </View>
  );
}
