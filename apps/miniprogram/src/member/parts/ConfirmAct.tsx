import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';

interface ConfirmActProps {
  readonly word: string;
  readonly title: string;
  readonly kind?: 'primary' | 'secondary' | 'danger';
  readonly reason?: { readonly label: string; readonly hint?: string; readonly max?: number };
  readonly children?: ReactNode;
  readonly onConfirm: (reason: string) => Promise<unknown>;
}

/** A button that asks once more before it does something that matters. */
export function ConfirmAct({ word, title, kind = 'secondary', reason, children, onConfirm }: ConfirmActProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind={kind} onTap={() => setOpen(true)}>
        {word}
      </Button>
      <ConfirmDialog
        open={open}
        title={title}
        confirmWord={word}
        danger={kind === 'danger'}
        reason={reason}
        onConfirm={onConfirm}
        onClose={() => setOpen(false)}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
