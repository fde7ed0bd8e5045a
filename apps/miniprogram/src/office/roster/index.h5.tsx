import { DeskShell } from '../DeskShell';

export default function RosterPage() {
  return (
    <DeskShell title="委员名册" url="/office/roster/index">
      {null}
    </DeskShell>
  );
}
