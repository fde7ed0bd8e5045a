import { Page } from '@/components/Page';

export default function MemberLetterPage() {
  return <Page title="来信">{null}</Page>;
}
