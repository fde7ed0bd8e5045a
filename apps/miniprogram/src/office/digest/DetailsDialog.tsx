import { LIMITS } from '@lianxin/shared';
import { Button, Input, Modal, Space, Switch } from 'antd';
import { useState } from 'react';
import { ApiProblem, type FieldProblem, sentenceOf } from '@/api/problem';
import type { Digest } from '@/api/types';
import { DateField } from '@/components/DateField';
import { Notice } from '@/components/Notice';
import { Field } from './Field';
import type { DigestWork } from './useDigest';

interface DetailsDialogProps {
  readonly digest: Digest;
  readonly change: DigestWork['change'];
  readonly onClose: () => void;
}

/** Title, meeting, issuer, red heading and preface of a digest; mount it anew for each opening. */
export function DetailsDialog({ digest, change, onClose }: DetailsDialogProps) {
  const [values, setValues] = useState({
    title: digest.title,
    meetingName: digest.meetingName,
    meetingDate: digest.meetingDate,
    issuer: digest.issuer ?? '',
    redHeading: digest.redHeading,
    preface: digest.preface ?? '',
  });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const update = (next: Partial<typeof values>) => setValues((now) => ({ ...now, ...next }));
  const errorOf = (field: keyof typeof values) => problems.find((problem) => problem.field === field)?.message;
  const save = async () => {
    setBusy(true);
    setProblems([]);
    setFailure(undefined);
    try {
      await change({
        title: values.title.trim(),
        meetingName: values.meetingName.trim(),
        meetingDate: values.meetingDate,
        issuer: values.issuer.trim() || null,
        redHeading: values.redHeading,
        preface: values.preface.trim() || null,
      });
      onClose();
    } catch (error) {
      if (error instanceof ApiProblem) setProblems(error.errors);
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Modal open title="会议和文件" footer={null} width={620} onCancel={onClose}>
      <Field name="title" label="标题" error={errorOf('title')}>
        {(control) => (
          <Input
            {...control}
            maxLength={LIMITS.digestTitle}
            value={values.title}
            onChange={(event) => update({ title: event.target.value })}
          />
        )}
      </Field>
      <Field name="meetingName" label="会议名称" error={errorOf('meetingName')}>
        {(control) => (
          <Input
            {...control}
            maxLength={LIMITS.meetingName}
            value={values.meetingName}
            onChange={(event) => update({ meetingName: event.target.value })}
          />
        )}
      </Field>
      <Field name="meetingDate" label="会议日期" error={errorOf('meetingDate')}>
        {({ id, status }) => (
          <DateField
            id={id}
            invalid={status === 'error'}
            value={values.meetingDate}
            onChange={(meetingDate) => update({ meetingDate })}
          />
        )}
      </Field>
      <Field name="issuer" label="发文机关（可不填）" error={errorOf('issuer')}>
        {(control) => (
          <Input
            {...control}
            maxLength={LIMITS.digestIssuer}
            placeholder="例如：政协连心县委员会办公室"
            value={values.issuer}
            onChange={(event) => update({ issuer: event.target.value })}
          />
        )}
      </Field>
      <Field name="redHeading" label="Word 文件套红头（要填发文机关）" error={errorOf('redHeading')}>
        {({ id }) => <Switch id={id} checked={values.redHeading} onChange={(redHeading) => update({ redHeading })} />}
      </Field>
      <Field name="preface" label="开头的话（可不填）" error={errorOf('preface')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={LIMITS.digestPreface}
            value={values.preface}
            onChange={(event) => update({ preface: event.target.value })}
          />
        )}
      </Field>
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
      <Space className="digest__below">
        <Button type="primary" loading={busy} onClick={() => void save()}>
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </Space>
    </Modal>
  );
}
