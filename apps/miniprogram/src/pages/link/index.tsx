import { Page } from '@/components/Page';

export default function LinkPage() {
  return <Page title="关联委员身份">{null}</Page>;
}
