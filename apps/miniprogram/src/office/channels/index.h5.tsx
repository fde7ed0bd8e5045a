import { DeskShell } from '../DeskShell';
import { KeptTable } from '../parts/KeptTable';
import { useChannels } from './useChannels';

function Content() {
  return <KeptTable list={useChannels()} titleHead="渠道" linesHead="联系方式与受理范围" />;
}

/** The channels that members refer to. */
export default function ChannelsPage() {
  return (
    <DeskShell title="转办渠道" url="/office/channels/index">
      <Content />
    </DeskShell>
  );
}
