import { DeskShell } from '../DeskShell';

export default function ModerationPage() {
  return (
    <DeskShell title="内容审核" url="/office/moderation/index">
      {null}
    </DeskShell>
  );
}
