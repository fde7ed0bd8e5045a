import { DeskShell } from '../DeskShell';

export default function ChannelsPage() {
  return (
    <DeskShell title="转办渠道" url="/office/channels/index">
      {null}
    </DeskShell>
  );
}
