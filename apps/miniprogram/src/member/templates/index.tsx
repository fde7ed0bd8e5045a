import { Page } from '@/components/Page';

export default function MemberTemplatesPage() {
  return <Page title="回复模板">{null}</Page>;
}
