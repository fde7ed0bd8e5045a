import { Page } from '@/components/Page';

export default function WritePage() {
  return <Page title="写信">{null}</Page>;
}
