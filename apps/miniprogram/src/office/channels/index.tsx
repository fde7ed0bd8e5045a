import { KeptCards } from '@/components/KeptCards';
import { DeskPage } from '../parts/DeskPage';
import { useChannels } from './useChannels';

function Content() {
  return <KeptCards list={useChannels()} />;
}

/** The channels that members refer to. */
export default function ChannelsPage() {
  return (
    <DeskPage title="转办渠道" url="/office/channels/index">
      <Content />
    </DeskPage>
  );
}
