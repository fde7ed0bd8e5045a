import { DeskShell } from '../DeskShell';

export default function CodesPage() {
  return (
    <DeskShell title="关联码" url="/office/codes/index">
      {null}
    </DeskShell>
  );
}
