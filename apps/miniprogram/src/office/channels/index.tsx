import { Page } from '@/components/Page';

export default function ChannelsPage() {
  return <Page title="转办渠道">{null}</Page>;
}
