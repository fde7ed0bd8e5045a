import { LIMITS, textLength } from '@lianxin/shared';
import { Popup } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem, sentenceOf } from '@/api/problem';
import { useWide } from '@/hooks/useWide';
import { accessible } from '@/theme/accessible';
import { Button } from '../Button';
import { FormField } from '../FormField';
import { Notice } from '../Notice';
import { TextArea } from '../TextArea';
import { useDialogFocus } from './useDialogFocus';
import './index.scss';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, in plain words. */
  readonly children?: ReactNode;
  readonly confirmWord: string;
  readonly danger?: boolean;
  /** Something that the children ask for is still missing. */
  readonly incomplete?: boolean;
  /** Asks for a reason; it is then required. */
  readonly reason?: { readonly label: string; readonly hint?: string; readonly max?: number };
  /** Does it; while it runs the dialog stays, and when it fails it says why. The dialog closes when it is done. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks once more before something that matters, with a reason where one is due. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmWord, danger = false, incomplete = false, reason, onConfirm, onClose } = props;
  const wide = useWide();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (open) {
      setFailure(undefined);
      setMissing(false);
    }
  }, [open]);

  const id = useDialogFocus(open, () => !busy && onClose());
  const max = reason?.max ?? LIMITS.reason;
  const confirm = async () => {
    const text = words.trim();
    if (reason && (text === '' || textLength(text) > max)) {
      setMissing(true);
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm(text);
      setWords('');
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const fieldError = failure instanceof ApiProblem ? failure.messageOf('reason') : undefined;

  return (
    <Popup
      visible={open}
      position={wide ? 'center' : 'bottom'}
      round
      onClose={busy ? undefined : onClose}
      closeOnOverlayClick={!busy}
    >
      <View id={id} className="lx-dialog" {...accessible({ role: 'dialog', label: title })}>
        <View className="lx-dialog__title">{title}</View>
        {children && <View className="lx-dialog__text">{children}</View>}
        {reason && (
          <FormField
            name="reason"
            label={reason.label}
            hint={reason.hint}
            error={fieldError ?? (missing ? `请写 1 至 ${max} 字` : undefined)}
            counter={{ text: words, max }}
          >
            {(control) => <TextArea {...control} value={words} onChange={setWords} rows={3} disabled={busy} />}
          </FormField>
        )}
        {failure !== undefined && fieldError === undefined && (
          <Notice tone="bad" urgent>
            {sentenceOf(failure)}
          </Notice>
        )}
        <View className="lx-dialog__actions">
          <Button block disabled={busy} onTap={onClose}>
            取消
          </Button>
          <Button
            block
            kind={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={incomplete}
            onTap={() => void confirm()}
          >
            {confirmWord}
          </Button>
        </View>
      </View>
    </Popup>
  );
}
