import { Page } from '@/components/Page';

export default function MemberPage() {
  return <Page title="委员">{null}</Page>;
}
