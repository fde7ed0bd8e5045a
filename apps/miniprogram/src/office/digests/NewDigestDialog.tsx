import { LIMITS, textLength } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiProblem, type FieldProblem } from '@/api/problem';
import type { Digest } from '@/api/types';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { DateField } from '@/components/DateField';
import { FormField } from '@/components/FormField';
import { TextField } from '@/components/TextField';
import { useDraft } from '@/hooks/useDraft';
import type { NewDigest } from './useDigests';

interface NewDigestDialogProps {
  readonly open: boolean;
  readonly create: (digest: NewDigest, idempotencyKey: string) => Promise<Digest>;
  readonly onCreated: (digest: Digest) => void;
  readonly onClose: () => void;
}

const EMPTY: NewDigest = { meetingName: '', meetingDate: '', title: '' };

/** What is missing before a digest can be started. */
function problemsOf({ meetingName, meetingDate, title }: NewDigest): Pick<FieldProblem, 'field' | 'message'>[] {
  const name = textLength(meetingName.trim());
  return [
    ...(name < 1 || name > LIMITS.meetingName
      ? [{ field: 'meetingName', message: `请写 1 至 ${LIMITS.meetingName} 字` }]
      : []),
    ...(meetingDate === '' ? [{ field: 'meetingDate', message: '请选择会议日期' }] : []),
    ...(textLength(title.trim()) > LIMITS.digestTitle
      ? [{ field: 'title', message: `最多 ${LIMITS.digestTitle} 字` }]
      : []),
  ];
}

/** Starts a digest for one meeting: its name and day are enough. */
export function NewDigestDialog({ open, create, onCreated, onClose }: NewDigestDialogProps) {
  const { value, update, idempotencyKey, renewKey, clear } = useDraft<NewDigest>('digest:new', EMPTY);
  const [problems, setProblems] = useState<readonly Pick<FieldProblem, 'field' | 'message'>[]>([]);
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const confirm = async () => {
    const found = problemsOf(value);
    setProblems(found);
    if (found.length > 0) throw new ApiProblem(422, 'incomplete', '还有内容没有填好，请看上面的提示。', [], {});
    try {
      const digest = await create(value, idempotencyKey);
      clear();
      onCreated(digest);
    } catch (error) {
      if (error instanceof ApiProblem) {
        setProblems(error.errors);
        renewKey();
      }
      throw error;
    }
  };
  return (
    <ConfirmDialog open={open} title="新建汇总" confirmWord="新建" onConfirm={confirm} onClose={onClose}>
      <View>
        <FormField
          name="meetingName"
          label="会议名称"
          hint="例如：第十届主席会议第 12 次会议"
          error={messageOf('meetingName')}
        >
          {(control) => (
            <TextField {...control} value={value.meetingName} onChange={(meetingName) => update({ meetingName })} />
          )}
        </FormField>
        <FormField name="meetingDate" label="会议日期" error={messageOf('meetingDate')}>
          {(control) => (
            <DateField {...control} value={value.meetingDate} onChange={(meetingDate) => update({ meetingDate })} />
          )}
        </FormField>
        <FormField name="title" label="标题" hint="不填就用会议名称起" optional error={messageOf('title')}>
          {(control) => <TextField {...control} value={value.title} onChange={(title) => update({ title })} />}
        </FormField>
      </View>
    </ConfirmDialog>
  );
}
