import { Page } from '@/components/Page';

export default function CodesPage() {
  return <Page title="关联码">{null}</Page>;
}
