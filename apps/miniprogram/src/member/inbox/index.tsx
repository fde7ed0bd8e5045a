import { Page } from '@/components/Page';

export default function InboxPage() {
  return <Page title="收到的来信">{null}</Page>;
}
