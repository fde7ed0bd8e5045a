import { DeskShell } from '../DeskShell';

export default function DeskPage() {
  return (
    <DeskShell title="工作台" url="/office/desk/index">
      {null}
    </DeskShell>
  );
}
