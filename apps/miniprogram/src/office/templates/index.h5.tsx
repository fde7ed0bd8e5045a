import { DeskShell } from '../DeskShell';

export default function OfficeTemplatesPage() {
  return (
    <DeskShell title="回复模板" url="/office/templates/index">
      {null}
    </DeskShell>
  );
}
