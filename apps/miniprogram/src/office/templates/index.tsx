import { Page } from '@/components/Page';

export default function OfficeTemplatesPage() {
  return <Page title="回复模板">{null}</Page>;
}
