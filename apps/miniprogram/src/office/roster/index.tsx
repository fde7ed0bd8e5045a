import { Page } from '@/components/Page';

export default function RosterPage() {
  return <Page title="委员名册">{null}</Page>;
}
