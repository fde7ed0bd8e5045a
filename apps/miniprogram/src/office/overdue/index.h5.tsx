import { DeskShell } from '../DeskShell';

export default function OverduePage() {
  return (
    <DeskShell title="超期来信" url="/office/overdue/index">
      {null}
    </DeskShell>
  );
}
