import { Page } from '@/components/Page';

export default function SentPage() {
  return <Page title="已收到您的来信">{null}</Page>;
}
