import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { MemberSummary } from '@/api/types';
import { ConfirmDialog } from '../ConfirmDialog';
import { MemberChooser } from '../MemberChooser';

interface TransferDialogProps {
  readonly letter: { readonly id: string; readonly version: number; readonly member: { readonly id: string } };
  readonly open: boolean;
  readonly onTransferred: (member: MemberSummary) => void;
  readonly onClose: () => void;
}

/** Hands a letter on to another member, with the reason that the writer and that member read. */
export function TransferDialog({ letter, open, onTransferred, onClose }: TransferDialogProps) {
  const [member, setMember] = useState<MemberSummary>();
  const transfer = async (reason: string) => {
    if (!member) return;
    await api.post('/api/v1/letters/{id}/transfer', {
      path: { id: letter.id },
      body: { version: letter.version, toMemberId: member.id, reason },
    });
    onTransferred(member);
  };
  return (
    <ConfirmDialog
      open={open}
      title="转给其他委员"
      confirmWord="确认转交"
      incomplete={member === undefined}
      reason={{ label: '转交的原因', hint: '写信人和接手的委员都会看到' }}
      onConfirm={transfer}
      onClose={onClose}
    >
      <View className="lx-stack">
        <View>转交以后由对方回复，期限重新计算。</View>
        <MemberChooser label="转给哪位委员" chosen={member} onChoose={setMember} exceptId={letter.member.id} />
      </View>
    </ConfirmDialog>
  );
}
